// Made by rest-broker from descriptors/test.json (Orders 2).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** SmartObject internal. */
export interface internalSmartObject {
  /**
   * Get /internal
   * `GET /internal`
   */
  readonly Get_internal: broker.Method<
    void | {
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    broker.HttpOutputs & broker.HttpHeaderOutputs,
    undefined
  >;
}

export const internal: broker.ServiceObject<internalSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "internal",
  "methods": {
    "Get_internal": { "verb": "GET", "path": "/internal", "answers": { "204": { "as": "nothing" } } }
  }
}`);
