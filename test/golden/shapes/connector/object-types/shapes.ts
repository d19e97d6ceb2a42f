// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Circle, CircleProperties } from './Circle.js';
import type { Shape, ShapeProperties } from './Shape.js';
import type { Square } from './Square.js';
import type { Tree } from './Tree.js';

/** SmartObject shapes. */
export interface shapesSmartObject {
  /**
   * addShape
   * `POST /shapes`
   */
  readonly addShape: broker.Method<
    {
      body: broker.ItemInput<Shape>;
    },
    { kind?: 'circle' | undefined, label?: string | null | undefined, radius?: number | undefined, side?: broker.Decimal | undefined } & broker.HttpOutputs,
    Circle | Square
  >;
  /**
   * anyShape
   * `GET /shapes/any`
   */
  readonly anyShape: broker.Method<
    void | {
    },
    { Serialized_Item__String_?: broker.Serialized<unknown> | undefined } & broker.HttpOutputs,
    unknown
  >;
  /**
   * changeShape
   * `PATCH /shapes/{id}`
   */
  readonly changeShape: broker.Method<
    {
      id: string;
      body?: broker.ItemInput<changeShape_Request> | undefined;
    },
    CircleProperties & broker.HttpOutputs,
    Circle | undefined
  >;
  /**
   * countShapes
   * `GET /shapes/count`
   */
  readonly countShapes: broker.Method<
    void | {
    },
    { Value?: number | undefined } & broker.HttpOutputs,
    number
  >;
  /**
   * getShape
   * `GET /shapes/{id}`
   */
  readonly getShape: broker.Method<
    {
      id: string;
    },
    ShapeProperties & broker.HttpOutputs,
    Shape
  >;
  /**
   * listShapes
   * `GET /shapes`
   */
  readonly listShapes: broker.PagedMethod<
    void | {
      filter?: broker.ItemInput<listShapes_filter> | undefined;
      sort?: broker.ArrayInput<string> | undefined;
      where?: broker.ItemInput<Tree> | undefined;
      /** X-Trace */
      X_Trace?: string | undefined;
      session?: string | undefined;
    },
    { Serialized_Array?: broker.SerializedArray<Shape> | undefined } & broker.HttpOutputs,
    Shape[],
    Shape
  >;
  /**
   * putRaw
   * `PUT /shapes/raw`
   */
  readonly putRaw: broker.Method<
    {
      body: broker.FileInput;
    },
    { File?: broker.FileValue | undefined } & broker.HttpOutputs,
    broker.FileValue
  >;
  /**
   * uploadShape
   * `POST /shapes/upload`
   */
  readonly uploadShape: broker.Method<
    void | {
      file?: broker.FileInput | undefined;
      meta?: broker.ItemInput<Circle> | undefined;
      tags?: broker.ArrayInput<string> | undefined;
    },
    broker.HttpOutputs,
    string | undefined
  >;
}

export const shapes: broker.ServiceObject<shapesSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "shapes",
  "methods": {
    "addShape": {
      "verb": "POST",
      "path": "/shapes",
      "inputs": {
        "body": {
          "in": "body",
          "type": "SerializedItem",
          "item": {
            "required": ["kind"],
            "properties": { "kind": "Text", "label": "Text", "radius": "Decimal", "side": "Decimal" }
          },
          "required": true
        }
      },
      "answers": {
        "200": { "as": "record", "properties": { "kind": "Text", "label": "Text", "radius": "Decimal" } },
        "201": { "as": "record", "properties": { "kind": "Text", "label": "Text", "side": "Decimal" } }
      }
    },
    "anyShape": { "verb": "GET", "path": "/shapes/any", "answers": { "200": { "as": "item" } } },
    "changeShape": {
      "verb": "PATCH",
      "path": "/shapes/{id}",
      "inputs": {
        "id": { "in": "path", "type": "Text", "style": "matrix", "required": true },
        "body": {
          "in": "body",
          "type": "SerializedItem",
          "mediaType": "application/merge-patch+json",
          "item": { "properties": { "label": "Text", "parts": "SerializedArray" } }
        }
      },
      "answers": {
        "200": { "as": "record", "properties": { "kind": "Text", "label": "Text", "radius": "Decimal" } },
        "204": { "as": "nothing" }
      }
    },
    "countShapes": {
      "verb": "GET",
      "path": "/shapes/count",
      "answers": { "200": { "as": "value", "type": "Number" } }
    },
    "getShape": {
      "verb": "GET",
      "path": "/shapes/{id}",
      "inputs": { "id": { "in": "path", "type": "Text", "style": "matrix", "required": true } },
      "answers": {
        "default": {
          "as": "record",
          "properties": { "kind": "Text", "label": "Text", "radius": "Decimal", "side": "Decimal" }
        }
      }
    },
    "listShapes": {
      "verb": "GET",
      "path": "/shapes",
      "inputs": {
        "filter": { "in": "query", "type": "SerializedItem", "style": "deepObject", "explode": true },
        "sort": { "in": "query", "type": "SerializedArray", "explode": false },
        "where": { "in": "query", "type": "SerializedItem", "mediaType": "application/json" },
        "X_Trace": { "in": "header", "type": "Text", "name": "X-Trace" },
        "session": { "in": "cookie", "type": "Text" }
      },
      "answers": { "200": { "as": "array" } }
    },
    "putRaw": {
      "verb": "PUT",
      "path": "/shapes/raw",
      "accept": "application/octet-stream",
      "inputs": {
        "body": { "in": "body", "type": "File", "mediaType": "application/octet-stream", "required": true }
      },
      "answers": { "200": { "as": "file" } }
    },
    "uploadShape": {
      "verb": "POST",
      "path": "/shapes/upload",
      "form": "multipart/form-data",
      "accept": "image/svg+xml",
      "inputs": {
        "file": { "in": "field", "type": "File" },
        "meta": { "in": "field", "type": "SerializedItem", "mediaType": "application/json" },
        "tags": { "in": "field", "type": "SerializedArray" }
      },
      "answers": { "200": { "as": "text" }, "202": { "as": "nothing" } }
    }
  }
}`);

/** changeShape_Request */
export interface changeShape_Request {
  readonly [broker.typeName]?: 'test.changeShape_Request';
  label?: string | null | undefined;
  parts?: changeShape_Request_parts[] | undefined;
}

/** Properties of changeShape_Request; nested values as Serialized text. */
export type changeShape_RequestProperties = broker.PropertiesOf<changeShape_Request>;

/** SmartObject changeShape_Request. */
export type changeShape_RequestSmartObject = broker.HelperMethods<changeShape_Request, changeShape_RequestProperties>;

export const changeShape_Request: broker.ServiceObject<changeShape_RequestSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "changeShape_Request",
  "record": { "properties": { "label": "Text", "parts": "SerializedArray" } }
}`);

/** changeShape_Request_parts */
export interface changeShape_Request_parts {
  readonly [broker.typeName]?: 'test.changeShape_Request_parts';
  n: number;
}

/** Properties of changeShape_Request_parts; nested values as Serialized text. */
export type changeShape_Request_partsProperties = broker.PropertiesOf<changeShape_Request_parts>;

/** SmartObject changeShape_Request_parts. */
export type changeShape_Request_partsSmartObject = broker.HelperMethods<changeShape_Request_parts, changeShape_Request_partsProperties>;

export const changeShape_Request_parts: broker.ServiceObject<changeShape_Request_partsSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "changeShape_Request_parts", "record": { "properties": { "n": "Number" } } }`);

/** listShapes_filter */
export interface listShapes_filter {
  readonly [broker.typeName]?: 'test.listShapes_filter';
  name?: string | undefined;
  size?: number | undefined;
}

/** Properties of listShapes_filter; nested values as Serialized text. */
export type listShapes_filterProperties = broker.PropertiesOf<listShapes_filter>;

/** SmartObject listShapes_filter. */
export type listShapes_filterSmartObject = broker.HelperMethods<listShapes_filter, listShapes_filterProperties>;

export const listShapes_filter: broker.ServiceObject<listShapes_filterSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "listShapes_filter",
  "record": { "properties": { "name": "Text", "size": "Number" } }
}`);
