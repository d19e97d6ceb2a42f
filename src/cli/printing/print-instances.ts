import { visibleText } from '../../base/visible-text.js';
import type { WaitRecord } from '../../workflow/wait-record.js';
import type { InstanceRecord } from '../../workflow/workflow-store.js';
import { alignColumns } from './align-columns.js';
import { counted } from './counted.js';
import type { Paint } from './paint.js';

export function printInstances(instances: readonly InstanceRecord[], paint: Paint): string[] {
  if (instances.length === 0) return ['No instances.'];
  const rows = instances.map(({ number, folio, run }) => [
    String(number),
    run.workflow,
    run.state,
    moment(run.startedMs),
    folio,
  ]);
  const head = ['Instance', 'Workflow', 'State', 'Started', 'Folio'].map((text) => ({
    text,
    paint: paint.dim,
  }));
  return [...alignColumns([head, ...rows]), '', counted(instances.length, 'instance')];
}

export function printInstance(
  instance: InstanceRecord,
  waits: readonly WaitRecord[],
  paint: Paint,
): string[] {
  const { number, folio, run, dataFields } = instance;
  const facts: [string, string][] = [
    ['Workflow', `${run.workflow}, version ${run.version}`],
    ['State', run.failure === undefined ? run.state : `${run.state}: ${run.failure}`],
    ['Folio', folio],
    ['Started', moment(run.startedMs)],
    ...(run.endedMs === undefined ? [] : [['Ended', moment(run.endedMs)] as [string, string]]),
    ...Object.entries(dataFields).map(([name, value]): [string, string] => [name, text(value)]),
  ];
  const steps = waits.map((wait) => [
    wait.serialNumber,
    wait.state,
    wait.eventName,
    `due ${moment(wait.dueMs)}`,
  ]);
  return [
    paint.bold(`Instance ${number}`),
    ...alignColumns(facts.map(([name, value]) => [{ text: name, paint: paint.dim }, value])),
    ...(steps.length === 0 ? [] : ['', ...alignColumns(steps)]),
  ];
}

export function instanceJson({ number, folio, priority, dataFields, run }: InstanceRecord): object {
  const { workflow, version, state, failure, startedMs, endedMs } = run;
  const ended = endedMs === undefined ? {} : { ended: moment(endedMs) };
  const failed = failure === undefined ? {} : { failure };
  return {
    number,
    workflow,
    version,
    folio,
    priority,
    state,
    ...failed,
    started: moment(startedMs),
    ...ended,
    dataFields,
  };
}

export function waitJson({ serialNumber, kind, eventName, state, assignee, dueMs }: WaitRecord): object {
  return {
    serialNumber,
    kind,
    eventName,
    state,
    ...(assignee === undefined ? {} : { assignee }),
    due: moment(dueMs),
  };
}

function moment(ms: number): string {
  return new Date(ms).toISOString();
}

function text(value: unknown): string {
  if (typeof value === 'string') return visibleText(value);
  return (
    JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? String(item) : item)) ?? ''
  );
}
