// Made by rest-broker from descriptors/test.json (Orders 2).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** SmartObject ServiceOperations. */
export interface ServiceOperationsSmartObject {
  /**
   * Get /{anything}
   * `GET /{anything}`
   */
  readonly Get__anything_: broker.Method<
    {
      anything: string;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    broker.HttpOutputs & broker.HttpHeaderOutputs,
    undefined
  >;
}

export const ServiceOperations: broker.ServiceObject<ServiceOperationsSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "ServiceOperations",
  "methods": {
    "Get__anything_": {
      "verb": "GET",
      "path": "/{anything}",
      "inputs": { "anything": { "in": "path", "type": "Text", "required": true } },
      "answers": { "204": { "as": "nothing" } }
    }
  }
}`);
