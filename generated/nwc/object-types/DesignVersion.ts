// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { DesignUrls } from './DesignUrls.js';
import type { EventSetting } from './EventSetting.js';
import type { EventType } from './EventType.js';
import type { Person } from './Person.js';

/** A draft or published version; an empty object when there is none. */
export interface DesignVersion {
  readonly [broker.typeName]?: 'nwc.DesignVersion';
  author?: Person | undefined;
  /** When it was made. */
  created?: string | undefined;
  /** Description. */
  description?: string | undefined;
  /** Settings of the start event. */
  eventConfiguration?: EventSetting[] | undefined;
  eventType?: EventType | undefined;
  /** Identifier of this version. */
  id?: string | undefined;
  /** False when the workflow is paused; published versions only. */
  isActive?: boolean | undefined;
  /** Last change; drafts only. */
  lastModified?: string | undefined;
  /** Last publishing; published versions only. */
  lastPublished?: string | undefined;
  /** Production or Development; published versions only. */
  publishedType?: string | undefined;
  urls?: DesignUrls | undefined;
}

/** Properties of DesignVersion; nested values as Serialized text. */
export type DesignVersionProperties = broker.PropertiesOf<DesignVersion>;

/** SmartObject DesignVersion. */
export type DesignVersionSmartObject = broker.HelperMethods<DesignVersion, DesignVersionProperties>;

export const DesignVersion: broker.ServiceObject<DesignVersionSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "DesignVersion",
  "record": {
    "properties": {
      "author": "SerializedItem",
      "created": "DateTime",
      "description": "Text",
      "eventConfiguration": "SerializedArray",
      "eventType": "SerializedItem",
      "id": "Text",
      "isActive": "YesNo",
      "lastModified": "DateTime",
      "lastPublished": "DateTime",
      "publishedType": "Text",
      "urls": "SerializedItem"
    }
  }
}`);
