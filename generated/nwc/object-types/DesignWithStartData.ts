// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Person } from './Person.js';
import type { StartVariable } from './StartVariable.js';

/** A published design. */
export interface DesignWithStartData {
  readonly [broker.typeName]?: 'nwc.DesignWithStartData';
  author?: Person | undefined;
  /** When it was made. */
  created?: string | undefined;
  creator?: Person | undefined;
  /** Description. */
  description?: string | undefined;
  /** Design identifier. */
  id?: string | undefined;
  /** Last change. */
  lastModified?: string | undefined;
  /** Workflow name. */
  name?: string | undefined;
  /** Variables accepted at the start. */
  startData?: StartVariable[] | undefined;
}

/** Properties of DesignWithStartData; nested values as Serialized text. */
export type DesignWithStartDataProperties = broker.PropertiesOf<DesignWithStartData>;

/** SmartObject DesignWithStartData. */
export type DesignWithStartDataSmartObject = broker.HelperMethods<DesignWithStartData, DesignWithStartDataProperties>;

export const DesignWithStartData: broker.ServiceObject<DesignWithStartDataSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "DesignWithStartData",
  "record": {
    "properties": {
      "author": "SerializedItem",
      "created": "DateTime",
      "creator": "SerializedItem",
      "description": "Text",
      "id": "Text",
      "lastModified": "DateTime",
      "name": "Text",
      "startData": "SerializedArray"
    }
  }
}`);
