// Made by rest-broker from descriptors/test.json (Orders 2).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** SmartObject health. */
export interface healthSmartObject {
  /**
   * Get /health
   * `GET /health`
   */
  readonly Get_health: broker.Method<
    void | {
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    { Value?: string | undefined } & broker.HttpOutputs & broker.HttpHeaderOutputs,
    string
  >;
}

export const health: broker.ServiceObject<healthSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "health",
  "methods": {
    "Get_health": {
      "verb": "GET",
      "path": "/health",
      "anonymous": true,
      "answers": { "200": { "as": "value", "type": "Text" } }
    }
  }
}`);
