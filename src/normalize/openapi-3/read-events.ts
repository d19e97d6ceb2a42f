import type { NormalEvent, Verb } from '../normal-descriptor.js';
import { operationsOf, readPathItem } from '../operation/read-operations.js';
import type { Spot } from '../tree/json-node.js';
import { type Entry, entriesAt, entriesOf } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { resolveReference } from '../tree/resolve-reference.js';

type Verbs = ReadonlyMap<string, Verb>;

/** `webhooks`, from OpenAPI 3.1 on: requests that the service makes by itself. */
export function readWebhooks(reading: Reading, verbs: Verbs): readonly NormalEvent[] {
  if (!reading.isJsonSchema) return [];
  return entriesAt(reading, reading.root, 'webhooks').flatMap((entry) => {
    return eventsIn(reading, verbs, entry, 'webhook', entry.name);
  });
}

/** `callbacks` of an operation: requests that the service makes in answer to it, under each address. */
export function readCallbacks(reading: Reading, verbs: Verbs, operation: Spot): readonly NormalEvent[] {
  return entriesAt(reading, operation, 'callbacks').flatMap((entry) => {
    const callback = resolveReference(reading, entry);
    const addresses = callback === undefined ? [] : entriesOf(callback);
    return addresses
      .filter(({ name }) => !name.startsWith('x-'))
      .flatMap((address) => eventsIn(reading, verbs, address, 'callback', entry.name));
  });
}

function eventsIn(
  reading: Reading,
  verbs: Verbs,
  entry: Entry,
  kind: NormalEvent['kind'],
  name: string,
): readonly NormalEvent[] {
  const item = readPathItem(reading, entry);
  if (item === undefined) return [];
  return operationsOf(reading, verbs, item).map(({ verb, operation }) => {
    return { kind, pointer: operation.pointer, name, verb };
  });
}
