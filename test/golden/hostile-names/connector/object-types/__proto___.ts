// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/**
 * SmartObject __proto__.
 * *\/ evil(); /*
 */
export interface __proto___SmartObject {
  /**
   * __proto__
   * `GET /c`
   */
  readonly __proto___: broker.Method<
    void | {
    },
    broker.HttpOutputs,
    undefined
  >;
}

export const __proto___: broker.ServiceObject<__proto___SmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "__proto___",
  "methods": { "__proto___": { "verb": "GET", "path": "/c", "answers": { "204": { "as": "nothing" } } } }
}`);
