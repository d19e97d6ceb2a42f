// Made by rest-broker from descriptors/test.json (Tasks 1).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Completion */
export interface Completion {
  readonly [broker.typeName]?: 'test.Completion';
  outcome: string;
}

/** Properties of Completion; nested values as Serialized text. */
export type CompletionProperties = broker.PropertiesOf<Completion>;

/** SmartObject Completion. */
export type CompletionSmartObject = broker.HelperMethods<Completion, CompletionProperties>;

export const Completion: broker.ServiceObject<CompletionSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Completion", "record": { "properties": { "outcome": "Text" } } }`);
