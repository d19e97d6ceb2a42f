// Made by rest-broker from descriptors/test.json (Petstore 1.0.7).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Category */
export interface Category {
  readonly [broker.typeName]?: 'test.Category';
  id?: broker.Int64 | undefined;
  name?: string | undefined;
}

/** Properties of Category; nested values as Serialized text. */
export type CategoryProperties = broker.PropertiesOf<Category>;

/** SmartObject Category. */
export type CategorySmartObject = broker.HelperMethods<Category, CategoryProperties>;

export const Category: broker.ServiceObject<CategorySmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Category", "record": { "properties": { "id": "Number", "name": "Text" } } }`);
