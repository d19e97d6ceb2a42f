// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { DesignVersion } from './DesignVersion.js';
import type { Person } from './Person.js';
import type { Tag } from './Tag.js';

/** A workflow design. */
export interface Design {
  readonly [broker.typeName]?: 'nwc.Design';
  /** Business owners. */
  businessOwners?: Person[] | undefined;
  draft?: DesignVersion | undefined;
  /** Engine label, such as adf or swf. */
  engine?: string | undefined;
  /** Design identifier. */
  id: string;
  /** Last change. */
  lastModified?: string | undefined;
  /** Workflow name. */
  name: string;
  /** Who asked for publishing; may be null. */
  publishRequestedBy?: string | null | undefined;
  published?: DesignVersion | undefined;
  /** Tags. */
  tags?: Tag[] | undefined;
}

/** Properties of Design; nested values as Serialized text. */
export type DesignProperties = broker.PropertiesOf<Design>;

/** SmartObject Design. */
export type DesignSmartObject = broker.HelperMethods<Design, DesignProperties>;

export const Design: broker.ServiceObject<DesignSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Design",
  "record": {
    "properties": {
      "businessOwners": "SerializedArray",
      "draft": "SerializedItem",
      "engine": "Text",
      "id": "Text",
      "lastModified": "DateTime",
      "name": "Text",
      "publishRequestedBy": "Text",
      "published": "SerializedItem",
      "tags": "SerializedArray"
    }
  }
}`);
