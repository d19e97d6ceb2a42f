// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** A stand-in. */
export interface StandIn {
  readonly [broker.typeName]?: 'nwc-v2.StandIn';
  /** Email addresses; in replies. */
  emails?: string[] | undefined;
  /** First name; in replies. */
  firstName?: string | undefined;
  /** User identifier. */
  id: string;
  /** Last name; in replies. */
  lastName?: string | undefined;
  /** Such as user. */
  type?: string | undefined;
}

/** Properties of StandIn; nested values as Serialized text. */
export type StandInProperties = broker.PropertiesOf<StandIn>;

/** SmartObject StandIn. */
export type StandInSmartObject = broker.HelperMethods<StandIn, StandInProperties>;

export const StandIn: broker.ServiceObject<StandInSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "StandIn",
  "record": {
    "properties": {
      "emails": "SerializedArray",
      "firstName": "Text",
      "id": "Text",
      "lastName": "Text",
      "type": "Text"
    }
  }
}`);
