// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { DesignWithStartData } from './DesignWithStartData.js';

/** Wrapper of a single design. */
export interface DesignEnvelope {
  readonly [broker.typeName]?: 'nwc.DesignEnvelope';
  workflow: DesignWithStartData;
}

/** Properties of DesignEnvelope; nested values as Serialized text. */
export type DesignEnvelopeProperties = broker.PropertiesOf<DesignEnvelope>;

/** SmartObject DesignEnvelope. */
export type DesignEnvelopeSmartObject = broker.HelperMethods<DesignEnvelope, DesignEnvelopeProperties>;

export const DesignEnvelope: broker.ServiceObject<DesignEnvelopeSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "DesignEnvelope", "record": { "properties": { "workflow": "SerializedItem" } } }`);
