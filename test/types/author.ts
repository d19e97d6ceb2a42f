/** What an author of workflows writes: compiled, never run. A line below `@ts-expect-error` must not compile. */
import { fileAt, type Serialized, type SerializedArray } from 'rest-broker/runtime';
import {
  type Completion,
  connect,
  type Owner,
  type Task,
  type Twin,
} from '../golden/tasks/connector/index.js';

const api = connect({ serviceUrl: 'https://tasks.example', timeoutMs: 1000 });
declare const anyText: string;

/** Fails to compile unless the two are one type. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(yes: Same<A, B>): boolean => yes;

// Options
connect();
// @ts-expect-error a number of milliseconds is a number
connect({ timeoutMs: '1000' });
// @ts-expect-error there is no such option
connect({ timeout: 1000 });

// Serialized text of a type fits its inputs, and nobody else's
const completion = api.Completion.Serialize({ outcome: 'Completed' }).Serialized_Item__String_;
const owner = api.Owner.Serialize({ name: 'Ada' }).Serialized_Item__String_;
const owners = api.Owner.SerializeItemToArray({ name: 'Ada' }).Serialized_Array;
export const checked = [
  same<typeof completion, Serialized<Completion>>(true),
  same<typeof owners, SerializedArray<Owner>>(true),
];
void api.Tasks.complete({ id: '1', Outcome: completion });
// @ts-expect-error text of another type
void api.Tasks.complete({ id: '1', Outcome: owner });
// @ts-expect-error text of an array
void api.Tasks.complete({ id: '1', Outcome: owners });
// @ts-expect-error any text
void api.Tasks.complete({ id: '1', Outcome: anyText });
// @ts-expect-error text that is no JSON object
void api.Tasks.complete({ id: '1', Outcome: 'Completed' });
void api.Tasks.complete({ id: '1', Outcome: '{"outcome":"Completed"}' });
void api.Tasks.complete({ id: '1', Outcome: `{"outcome":"${anyText}"}` });
void api.Tasks.complete({ id: '1', Outcome: { outcome: 'Completed' } });
// @ts-expect-error a value of another form
void api.Tasks.complete({ id: '1', Outcome: { outcom: 'Completed' } });
// @ts-expect-error a value without what is required
void api.Tasks.complete({ id: '1', Outcome: {} });
export const plain: string = completion;

// Two types of the same form are two types
declare const twin: Twin;
declare const tasks: Task[];
const twinText = api.Twin.Serialize({ name: 'Ada' }).Serialized_Item__String_;
// @ts-expect-error text of the twin
void api.Owner.Deserialize({ Serialized_Item__String_: twinText });
// @ts-expect-error value of the twin
void api.Owner.Deserialize({ Serialized_Item__String_: twin });
void api.Owner.Deserialize({ Serialized_Item__String_: { name: 'Ada' } });

// Required and optional inputs
void api.Tasks.getTasks();
void api.Tasks.getTasks({});
void api.Tasks.getTasks({ top: undefined, status: 'open', since: '2026-01-01T00:00:00Z', ids: ['1', '2'] });
// @ts-expect-error required inputs
void api.Tasks.complete();
// @ts-expect-error one of two required inputs
void api.Tasks.complete({ id: '1' });
// @ts-expect-error no input of that name
void api.Tasks.getTasks({ bottom: 1 });
// @ts-expect-error not of the choices
void api.Tasks.getTasks({ status: 'closed' });
// @ts-expect-error text for a number
void api.Tasks.getTasks({ top: '1' });
// @ts-expect-error an array for one
void api.Tasks.complete({ id: ['1'], Outcome: completion });

// Arrays
void api.Tasks.addTasks({ tasks });
void api.Tasks.addTasks({ tasks: [] });
void api.Tasks.addTasks({ tasks: '[{"id":"1"}]' });
void api.Tasks.addTasks({ tasks: [{ id: '1', owner: { name: 'Ada' }, due: null }] });
// @ts-expect-error one task for an array
void api.Tasks.addTasks({ tasks: { id: '1' } });
// @ts-expect-error an array of another type
void api.Tasks.addTasks({ tasks: owners });

// Files
void api.Tasks.attach({ id: '1', file: new Uint8Array() });
void api.Tasks.attach({
  id: '1',
  file: { name: 'a.pdf', contentType: 'application/pdf', content: new Uint8Array() },
});
void api.Tasks.attach({ id: '1', file: fileAt('reports/a.pdf', { contentType: 'application/pdf' }) });
void api.Tasks.attach({ id: '1', file: new Blob(['text']) });
void api.Tasks.attach({ id: '1', file: '<file><name>a</name><content></content></file>' });
// @ts-expect-error plain data for a file on disk
void api.Tasks.attach({ id: '1', file: { path: 'reports/a.pdf' } });
// @ts-expect-error text for a file
void api.Tasks.attach({ id: '1', file: 'text' });

// HttpHeaders
const header = api.HTTPHeader.SerializeAddItemToArray({ Name: 'Authorization', Value: anyText });
void api.Tasks.getTasks({ HttpHeaders: header.Serialized_Array });
void api.Tasks.getTasks({
  HttpHeaders: api.HTTPHeader.Serialize({ Name: 'X', Value: 'y' }).Serialized_Item__String_,
});
void api.Tasks.getTasks({ HttpHeaders: { Authorization: `Bearer ${anyText}` } });
void api.Tasks.getTasks({ HttpHeaders: [{ Name: 'X', Value: 'y' }] });
void api.Tasks.getTasks({ HttpHeaders: '[{"Name":"X","Value":"y"}]' });
// @ts-expect-error any text
void api.Tasks.getTasks({ HttpHeaders: anyText });
// @ts-expect-error an array of another type
void api.Tasks.getTasks({ HttpHeaders: owners });
// @ts-expect-error not a header
void api.Tasks.getTasks({ HttpHeaders: [{ name: 'X', value: 'y' }] });
// @ts-expect-error a header's value is text
void api.Tasks.getTasks({ HttpHeaders: { 'X-Number': 1 } });

export async function outputs(): Promise<void> {
  const got = await api.Tasks.getTasks();
  same<typeof got.HttpResponseCode, number>(true);
  same<typeof got.tasks, SerializedArray<Task> | undefined>(true);
  same<typeof got.next, string | undefined>(true);
  // @ts-expect-error no output of that name
  void got.nextPage;
  const [row] = api.Task.DeserializeTypedArray({ Serialized_Array: got.tasks });
  same<NonNullable<typeof row>['owner'], Serialized<Owner> | undefined>(true);
  same<NonNullable<typeof row>['due'], string | null | undefined>(true);
  api.HTTPHeader.DeserializeTypedArray({ Serialized_Array: got.HttpResponseHeaders });
  // @ts-expect-error rows of another type
  api.Owner.DeserializeTypedArray({ Serialized_Array: got.tasks });

  const added = await api.Tasks.addTasks({ tasks });
  same<typeof added.Serialized_Array, SerializedArray<Task> | undefined>(true);
  const done = await api.Tasks.complete({ id: '1', Outcome: completion });
  // @ts-expect-error nothing is answered
  void done.Serialized_Item__String_;
  const counted = await api.Tasks.count();
  same<typeof counted.Value, number | bigint | undefined>(true);
  const file = await api.Tasks.attach({ id: '1', file: new Uint8Array() });
  void file.File?.content.byteLength;
}

export async function data(): Promise<void> {
  const got = await api.Tasks.getTasks.data({ top: 1 });
  same<typeof got.HttpResponseCode, number>(true);
  void got.headers['etag'];
  void got.data.tasks?.[0]?.owner?.name.length;
  // @ts-expect-error no Property of that name
  void got.data.tasks?.[0]?.ownr;
  // @ts-expect-error may be absent
  void got.data.tasks.length;
  same<Awaited<ReturnType<typeof api.Tasks.addTasks.data>>['data'], Task[]>(true);
  same<Awaited<ReturnType<typeof api.Tasks.complete.data>>['data'], undefined>(true);
  same<Awaited<ReturnType<typeof api.Tasks.note.data>>['data'], string>(true);
  same<Awaited<ReturnType<typeof api.Tasks.count.data>>['data'], number | bigint>(true);
  // @ts-expect-error required inputs
  await api.Tasks.complete.data({});
}

// Helper Methods take nested values as text or as they are, and nothing else
api.Task.Serialize({ id: '1', owner });
api.Task.Serialize({ id: '1', owner: { name: 'Ada' } });
api.Task.SerializeAddItemToArray({ Serialized_Array: '[]', id: '1' });
api.Task.SerializeAddItemToArray({ id: '1' });
// @ts-expect-error text of another type
api.Task.Serialize({ id: '1', owner: completion });
// @ts-expect-error any text
api.Task.Serialize({ id: '1', owner: anyText });
// @ts-expect-error an array of another type
api.Task.SerializeAddItemToArray({ Serialized_Array: owners, id: '1' });
api.Task.SerializeRemoveFromArray({ Serialized_Item__String_: '{}', Serialized_Array: tasks });
