// Made by rest-broker from descriptors/test.json (Orders 2).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Line } from './Line.js';

/** Order */
export interface Order {
  readonly [broker.typeName]?: 'test.Order';
  /** first (Line) */
  first?: Line | undefined;
  id: string;
  /** lines (Line[]) */
  lines?: Line[] | undefined;
  /** notes (String[]) */
  notes?: string[] | undefined;
}

/** Properties of Order; nested values as Serialized text. */
export interface OrderProperties {
  /** first (Line) */
  first__Line_?: broker.Serialized<Line> | undefined;
  id?: string | undefined;
  /** lines (Line[]) */
  lines__Line___?: broker.SerializedArray<Line> | undefined;
  /** notes (String[]) */
  notes__String___?: broker.SerializedArray<string> | undefined;
}

/** SmartObject Order. */
export interface OrderSmartObject extends broker.HelperMethods<Order, OrderProperties> {
  /**
   * Get /orders
   * `GET /orders`
   */
  readonly Get_orders: broker.PagedMethod<
    void | {
      top?: number | undefined;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    { Serialized_Array?: broker.SerializedArray<Order> | undefined } & broker.HttpOutputs & broker.HttpHeaderOutputs,
    Order[],
    Order
  >;
  /**
   * Post /orders
   * `POST /orders`
   */
  readonly Post_orders: broker.Method<
    {
      order: broker.ItemInput<Order>;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    OrderProperties & broker.HttpOutputs & broker.HttpHeaderOutputs,
    Order
  >;
}

export const Order: broker.ServiceObject<OrderSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Order",
  "record": {
    "properties": {
      "first__Line_": "SerializedItem",
      "id": "Text",
      "lines__Line___": "SerializedArray",
      "notes__String___": "SerializedArray"
    },
    "wireNames": { "first__Line_": "first", "lines__Line___": "lines", "notes__String___": "notes" }
  },
  "methods": {
    "Get_orders": {
      "verb": "GET",
      "path": "/orders",
      "inputs": { "top": { "in": "query", "type": "Number" } },
      "answers": { "200": { "as": "array" } }
    },
    "Post_orders": {
      "verb": "POST",
      "path": "/orders",
      "inputs": {
        "order": {
          "in": "body",
          "type": "SerializedItem",
          "item": {
            "required": ["id"],
            "properties": {
              "first": "SerializedItem",
              "id": "Text",
              "lines": "SerializedArray",
              "notes": "SerializedArray"
            }
          },
          "required": true
        }
      },
      "answers": {
        "201": {
          "as": "record",
          "properties": {
            "first__Line_": "SerializedItem",
            "id": "Text",
            "lines__Line___": "SerializedArray",
            "notes__String___": "SerializedArray"
          },
          "wireNames": { "first__Line_": "first", "lines__Line___": "lines", "notes__String___": "notes" }
        }
      }
    }
  }
}`);
