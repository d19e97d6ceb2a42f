// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { PublishedWorkflow } from './PublishedWorkflow.js';

/** Published workflows. */
export interface PublishedList {
  readonly [broker.typeName]?: 'nwc.PublishedList';
  /** Address of the next page; absent or null on the last page. */
  nextLink?: string | null | undefined;
  workflows: PublishedWorkflow[];
}

/** Properties of PublishedList; nested values as Serialized text. */
export type PublishedListProperties = broker.PropertiesOf<PublishedList>;

/** SmartObject PublishedList. */
export type PublishedListSmartObject = broker.HelperMethods<PublishedList, PublishedListProperties>;

export const PublishedList: broker.ServiceObject<PublishedListSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "PublishedList",
  "record": { "properties": { "nextLink": "Text", "workflows": "SerializedArray" } }
}`);
