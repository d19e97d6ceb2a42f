// Made by rest-broker from descriptors/test.json (Petstore 1.0.7).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Pet } from './Pet.js';

/** SmartObject store. */
export interface storeSmartObject {
  /**
   * Get /store/inventory
   * `GET /store/inventory`
   */
  readonly Get_store_inventory: broker.Method<
    void | {
    },
    { Serialized_Item__String_?: broker.Serialized<{ [name: string]: number }> | undefined } & broker.HttpOutputs,
    { [name: string]: number }
  >;
  /**
   * Get /store/order/{orderId}
   * `GET /store/order/{orderId}`
   */
  readonly Get_store_order__orderId_: broker.Method<
    {
      orderId: string;
    },
    Get_store_order__orderId__ResponseProperties & broker.HttpOutputs,
    Get_store_order__orderId__Response
  >;
  /**
   * Put /store/note
   * `PUT /store/note`
   */
  readonly Put_store_note: broker.Method<
    void | {
      note?: string | undefined;
    },
    broker.HttpOutputs,
    string
  >;
}

export const store: broker.ServiceObject<storeSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "store",
  "methods": {
    "Get_store_inventory": { "verb": "GET", "path": "/store/inventory", "answers": { "200": { "as": "item" } } },
    "Get_store_order__orderId_": {
      "verb": "GET",
      "path": "/store/order/{orderId}",
      "inputs": { "orderId": { "in": "path", "type": "Text", "required": true } },
      "answers": {
        "200": {
          "as": "record",
          "properties": { "id": "Number", "lines": "SerializedArray", "shipDate": "DateTime" }
        }
      }
    },
    "Put_store_note": {
      "verb": "PUT",
      "path": "/store/note",
      "accept": "text/plain",
      "inputs": { "note": { "in": "body", "type": "Text", "mediaType": "text/plain" } },
      "answers": { "200": { "as": "text" } }
    }
  }
}`);

/** Get/store/order/{orderId}_Response */
export interface Get_store_order__orderId__Response {
  readonly [broker.typeName]?: 'test.Get_store_order__orderId__Response';
  id: broker.Int64;
  lines?: Get_store_order__orderId__Response_lines[] | undefined;
  shipDate?: string | undefined;
}

/** Properties of Get/store/order/{orderId}_Response; nested values as Serialized text. */
export type Get_store_order__orderId__ResponseProperties = broker.PropertiesOf<Get_store_order__orderId__Response>;

/** SmartObject Get/store/order/{orderId}_Response. */
export type Get_store_order__orderId__ResponseSmartObject = broker.HelperMethods<Get_store_order__orderId__Response, Get_store_order__orderId__ResponseProperties>;

export const Get_store_order__orderId__Response: broker.ServiceObject<Get_store_order__orderId__ResponseSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Get_store_order__orderId__Response",
  "record": { "properties": { "id": "Number", "lines": "SerializedArray", "shipDate": "DateTime" } }
}`);

/** Get/store/order/{orderId}_Response_lines */
export interface Get_store_order__orderId__Response_lines {
  readonly [broker.typeName]?: 'test.Get_store_order__orderId__Response_lines';
  pet?: Pet | undefined;
  price?: broker.Decimal | undefined;
}

/** Properties of Get/store/order/{orderId}_Response_lines; nested values as Serialized text. */
export type Get_store_order__orderId__Response_linesProperties = broker.PropertiesOf<Get_store_order__orderId__Response_lines>;

/** SmartObject Get/store/order/{orderId}_Response_lines. */
export type Get_store_order__orderId__Response_linesSmartObject = broker.HelperMethods<Get_store_order__orderId__Response_lines, Get_store_order__orderId__Response_linesProperties>;

export const Get_store_order__orderId__Response_lines: broker.ServiceObject<Get_store_order__orderId__Response_linesSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Get_store_order__orderId__Response_lines",
  "record": { "properties": { "pet": "SerializedItem", "price": "Decimal" } }
}`);
