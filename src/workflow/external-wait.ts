import { columnText } from './column-text.js';
import type { Armed, StepPort } from './engine/engine-port.js';
import type { HiddenValues } from './hidden-values.js';
import { readRecorded, recordedText, stepFailed } from './recorded-outcome.js';
import { checkedTimeout } from './step-limits.js';
import { DoNotWait, type ExternalWait, type InvokeCall, type Outside } from './steps.js';
import { fromStoredText, storedText } from './stored-text.js';
import type { Delivery, WaitDescription } from './wait-record.js';

/** What waiting needs of the execution it is part of. */
export interface WaitParts {
  readonly port: StepPort;
  readonly hidden: HiddenValues;
  readonly hiddenNames: readonly string[];
  takeName(name: string): string;
  idempotencyKey(name: string): string;
  /** Made once for a step of a run, in our own table. */
  serialNumberOf(stepName: string, wait: WaitDescription): Promise<string>;
  secretForm(serialNumber: string): string;
  deliver(serialNumber: string, payload: string): Promise<boolean>;
}

/** Arm, invoke, park: in this order a callback finds its wait, however early it comes. */
export async function externalWait<R>(
  parts: WaitParts,
  name: string,
  wait: ExternalWait<R>,
): Promise<Outside<R>> {
  const stepName = parts.takeName(name);
  const { serialNumber, armed } = await armWait(parts, stepName, {
    kind: 'system',
    eventName: name,
    description: wait.description ?? '',
    assignee: undefined,
    actions: [],
    hidden: [...parts.hiddenNames, ...(wait.hidden ?? [])],
    timeoutMs: checkedTimeout(stepName, wait.timeoutMs),
  });
  const invokeName = parts.takeName(`${stepName} · invoke`);
  const secretSerialNumber = parts.secretForm(serialNumber);
  // It alone finishes the event: no failure may show it.
  parts.hidden.add({ secretSerialNumber }, ['secretSerialNumber']);
  const text = await parts.port.record(invokeName, () =>
    recordedText(
      () =>
        invoke(wait, {
          serialNumber,
          secretSerialNumber,
          idempotencyKey: parts.idempotencyKey(invokeName),
          doNotWait: (response) => new DoNotWait(response),
        }),
      parts.hidden,
    ),
  );
  const recorded = readRecorded(text);
  if (!recorded.ok || recorded.doNotWait === true) await close(parts, serialNumber, armed);
  if (!recorded.ok) throw stepFailed(stepName, recorded);
  const outside = {
    serialNumber,
    response: recorded.value as R,
    waited: true,
    timedOut: false,
    dataFields: {},
  };
  if (recorded.doNotWait === true) return { ...outside, waited: false };
  const delivery = await delivered(armed);
  if (delivery === undefined) return { ...outside, timedOut: true };
  return { ...outside, ...received(parts, delivery, wait.hidden) };
}

/** Makes the wait's row and its Serial Number, or finds them. */
export async function armWait(
  { port, hidden, serialNumberOf }: WaitParts,
  stepName: string,
  wait: WaitDescription,
): Promise<{ readonly serialNumber: string; readonly armed: Armed }> {
  // Lists show these; an author may well have put a hidden value into them.
  const listed = (text: string): string => columnText(hidden.mask(text));
  const { assignee } = wait;
  const shown = {
    ...wait,
    eventName: listed(wait.eventName),
    description: listed(wait.description),
    assignee: assignee === undefined ? undefined : columnText(assignee),
  };
  const serialNumber =
    port.armedSignal(stepName) ?? (await port.store(() => serialNumberOf(stepName, shown)));
  const { timeoutMs } = wait;
  return { serialNumber, armed: await port.arm({ name: stepName, signal: serialNumber, timeoutMs }) };
}

/** What was delivered; undefined when nothing was in time. Parks when that is still open. */
export async function delivered(armed: Armed): Promise<Delivery | undefined> {
  if (armed.state === 'waiting') return armed.park();
  return armed.state === 'delivered' ? (fromStoredText(armed.payload) as Delivery) : undefined;
}

/** What the outside passed back, remembered as far as it is hidden. */
export function received(
  { hidden, hiddenNames }: WaitParts,
  { dataFields = {}, itemReferences, xmlFields }: Delivery,
  alsoHidden: readonly string[] = [],
): Pick<Outside<unknown>, 'dataFields' | 'itemReferences' | 'xmlFields'> {
  hidden.add(dataFields, [...hiddenNames, ...alsoHidden]);
  return {
    dataFields,
    ...(itemReferences === undefined ? {} : { itemReferences }),
    ...(xmlFields === undefined ? {} : { xmlFields }),
  };
}

async function invoke<R>(
  wait: ExternalWait<R>,
  call: InvokeCall,
): Promise<{ value: unknown; doNotWait: boolean }> {
  const answer = await wait.invoke(call);
  return answer instanceof DoNotWait
    ? { value: answer.response, doNotWait: true }
    : { value: answer, doNotWait: false };
}

/** So that whoever still finishes it hears that it is closed, and is not taken at his word. */
async function close(parts: WaitParts, serialNumber: string, armed: Armed): Promise<void> {
  if (armed.state !== 'waiting') return;
  const closing = storedText({ closed: true } satisfies Delivery);
  await parts.port.store(() => parts.deliver(serialNumber, closing));
}
