// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Design } from './Design.js';

/** Designs of the tenant. */
export interface DesignList {
  readonly [broker.typeName]?: 'nwc.DesignList';
  workflows: Design[];
}

/** Properties of DesignList; nested values as Serialized text. */
export type DesignListProperties = broker.PropertiesOf<DesignList>;

/** SmartObject DesignList. */
export type DesignListSmartObject = broker.HelperMethods<DesignList, DesignListProperties>;

export const DesignList: broker.ServiceObject<DesignListSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "DesignList", "record": { "properties": { "workflows": "SerializedArray" } } }`);
