// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { ServerEventDataResponse, ServerEventDataResponseProperties } from './ServerEventDataResponse.js';
import type { UpdateFieldsRequest } from './UpdateFieldsRequest.js';

/**
 * SmartObject ServerEvents.
 * Workflow steps that wait for an external system; each has a serial number.
 */
export interface ServerEventsSmartObject {
  /**
   * Finish Server Event
   * Tell a waiting server event that its external work is over, optionally writing fields, so that the workflow goes on. Needs the Server Event right.
   * `POST /serverEvents/{serialNumber}/finish`
   */
  readonly ServerEvent_Finish: broker.Method<
    {
      /**
       * Server event serial number
       * Serial number of the waiting server event: two whole numbers joined by an underscore, as in 1234_5678.
       */
      serialNumber: string;
      /** Values to write back before continuing; an empty object changes nothing. */
      userDefinedFields: broker.ItemInput<UpdateFieldsRequest>;
    },
    broker.HttpOutputs,
    undefined
  >;
  /**
   * Get Server Event
   * Read a server event that waits for an external system.
   * `GET /serverEvents/{serialNumber}`
   */
  readonly ServerEvent_Get: broker.Method<
    {
      /**
       * Server event serial number
       * Serial number of the waiting server event: two whole numbers joined by an underscore, as in 1234_5678.
       */
      serialNumber: string;
    },
    ServerEventDataResponseProperties & broker.HttpOutputs,
    ServerEventDataResponse
  >;
}

export const ServerEvents: broker.ServiceObject<ServerEventsSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "ServerEvents",
  "methods": {
    "ServerEvent_Finish": {
      "verb": "POST",
      "path": "/serverEvents/{serialNumber}/finish",
      "inputs": {
        "serialNumber": { "in": "path", "type": "Text", "required": true },
        "userDefinedFields": {
          "in": "body",
          "type": "SerializedItem",
          "item": {
            "properties": {
              "dataFields": "SerializedItem",
              "itemReferences": "SerializedItem",
              "xmlFields": "SerializedArray"
            }
          },
          "required": true
        }
      },
      "answers": { "204": { "as": "nothing" } }
    },
    "ServerEvent_Get": {
      "verb": "GET",
      "path": "/serverEvents/{serialNumber}",
      "inputs": { "serialNumber": { "in": "path", "type": "Text", "required": true } },
      "answers": {
        "200": {
          "as": "record",
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
      }
    }
  }
}`);
