// Made by rest-broker from descriptors/test.json (Petstore 1.0.7).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** ApiResponse */
export interface ApiResponse {
  readonly [broker.typeName]?: 'test.ApiResponse';
  code?: number | undefined;
  message?: string | undefined;
  type?: string | undefined;
}

/** Properties of ApiResponse; nested values as Serialized text. */
export type ApiResponseProperties = broker.PropertiesOf<ApiResponse>;

/** SmartObject ApiResponse. */
export type ApiResponseSmartObject = broker.HelperMethods<ApiResponse, ApiResponseProperties>;

export const ApiResponse: broker.ServiceObject<ApiResponseSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "ApiResponse",
  "record": { "properties": { "code": "Number", "message": "Text", "type": "Text" } }
}`);
