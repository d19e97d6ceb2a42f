// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** A tag. */
export interface Tag {
  readonly [broker.typeName]?: 'nwc.Tag';
  /** Colour number. */
  colorIndex?: number | undefined;
  /** Tag text. */
  name?: string | undefined;
}

/** Properties of Tag; nested values as Serialized text. */
export type TagProperties = broker.PropertiesOf<Tag>;

/** SmartObject Tag. */
export type TagSmartObject = broker.HelperMethods<Tag, TagProperties>;

export const Tag: broker.ServiceObject<TagSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Tag", "record": { "properties": { "colorIndex": "Number", "name": "Text" } } }`);
