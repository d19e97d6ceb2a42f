// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { EventInstance } from './EventInstance.js';
import type { UserDefinedXmlField } from './UserDefinedXmlField.js';

/** A waiting server event. */
export interface ServerEventDataResponse {
  readonly [broker.typeName]?: 'k2.ServerEventDataResponse';
  /** Second half of the serial number. */
  activityInstanceDestinationID?: number | undefined;
  /** Activity instance number. */
  activityInstanceID?: number | undefined;
  /** Step name. */
  activityName?: string | undefined;
  /** Fields of the instance, keyed by name; a value is any JSON value. */
  dataFields?: { [name: string]: unknown } | undefined;
  /** Event description. */
  eventDescription?: string | undefined;
  eventInstance?: EventInstance | undefined;
  /** Event name. */
  eventName?: string | undefined;
  /** Item references: name, then item number, then property. */
  itemReferences?: { [name: string]: unknown } | undefined;
  /** The item references as text. */
  itemReferencesString?: string | undefined;
  /** Serial number of the event. */
  serialNumber: string;
  /** Address of the instance diagram. */
  viewFlowURL?: string | undefined;
  /** Folder of the workflow. */
  workflowCategory?: string | undefined;
  /** Display name of the workflow. */
  workflowDisplayName?: string | undefined;
  /** The data fields as text. */
  workflowInstanceDataFieldsString?: string | undefined;
  /** Folio of the instance. */
  workflowInstanceFolio?: string | undefined;
  /** Instance number. */
  workflowInstanceID?: number | undefined;
  /** System name of the workflow. */
  workflowName?: string | undefined;
  /** XML fields. */
  xmlFields?: UserDefinedXmlField[] | undefined;
}

/** Properties of ServerEventDataResponse; nested values as Serialized text. */
export type ServerEventDataResponseProperties = broker.PropertiesOf<ServerEventDataResponse>;

/** SmartObject ServerEventDataResponse. */
export type ServerEventDataResponseSmartObject = broker.HelperMethods<ServerEventDataResponse, ServerEventDataResponseProperties>;

export const ServerEventDataResponse: broker.ServiceObject<ServerEventDataResponseSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "ServerEventDataResponse",
  "record": {
    "properties": {
      "activityInstanceDestinationID": "Number",
      "activityInstanceID": "Number",
      "activityName": "Text",
      "dataFields": "SerializedItem",
      "eventDescription": "Text",
      "eventInstance": "SerializedItem",
      "eventName": "Text",
      "itemReferences": "SerializedItem",
      "itemReferencesString": "Text",
      "serialNumber": "Text",
      "viewFlowURL": "Text",
      "workflowCategory": "Text",
      "workflowDisplayName": "Text",
      "workflowInstanceDataFieldsString": "Text",
      "workflowInstanceFolio": "Text",
      "workflowInstanceID": "Number",
      "workflowName": "Text",
      "xmlFields": "SerializedArray"
    }
  }
}`);
