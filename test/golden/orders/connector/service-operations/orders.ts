// Made by rest-broker from descriptors/test.json (Orders 2).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** SmartObject orders. */
export interface ordersSmartObject {
  /**
   * Delete /orders/{id}/items/{itemId}
   * `DELETE /orders/{id}/items/{itemId}`
   */
  readonly Delete_orders__id__items__itemId_: broker.Method<
    {
      id: string;
      itemId: string;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    broker.HttpOutputs & broker.HttpHeaderOutputs,
    undefined
  >;
}

export const orders: broker.ServiceObject<ordersSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "orders",
  "methods": {
    "Delete_orders__id__items__itemId_": {
      "verb": "DELETE",
      "path": "/orders/{id}/items/{itemId}",
      "inputs": {
        "id": { "in": "path", "type": "Text", "required": true },
        "itemId": { "in": "path", "type": "Text", "required": true }
      },
      "answers": { "204": { "as": "nothing" } }
    }
  }
}`);
