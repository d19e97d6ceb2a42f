// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { UserDefinedWorkflowInstance } from './UserDefinedWorkflowInstance.js';
import type { WorkflowDataResponse, WorkflowDataResponseProperties } from './WorkflowDataResponse.js';
import type { WorkflowLabelsResponse, WorkflowLabelsResponseProperties } from './WorkflowLabelsResponse.js';

/**
 * SmartObject Workflows.
 * Workflows that the caller may see or start.
 */
export interface WorkflowsSmartObject {
  /**
   * Get Workflow
   * Read a workflow definition and its start schema.
   * `GET /workflows/{id}`
   */
  readonly GetWorkflow: broker.Method<
    {
      /**
       * Workflow ID
       * Identifier of the workflow definition.
       */
      id: number;
    },
    WorkflowDataResponseProperties & broker.HttpOutputs,
    WorkflowDataResponse
  >;
  /**
   * Get Workflows
   * List the workflows that the caller can use.
   * `GET /workflows`
   */
  readonly GetWorkflows: broker.Method<
    void | {
      /**
       * Type
       * Kind of list; startable keeps the workflows that the caller may start.
       */
      type?: string | undefined;
    },
    WorkflowLabelsResponseProperties & broker.HttpOutputs,
    WorkflowLabelsResponse
  >;
  /**
   * Start Workflow
   * Start one instance of a workflow.
   * `POST /workflows/{id}`
   */
  readonly StartWorkflow: broker.Method<
    {
      /**
       * Workflow ID
       * Identifier of the workflow definition.
       */
      id: number;
      /** Folio, priority, fields and item references. */
      instance: broker.ItemInput<UserDefinedWorkflowInstance>;
    },
    { Value?: number | undefined } & broker.HttpOutputs,
    number
  >;
}

export const Workflows: broker.ServiceObject<WorkflowsSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Workflows",
  "methods": {
    "GetWorkflow": {
      "verb": "GET",
      "path": "/workflows/{id}",
      "inputs": { "id": { "in": "path", "type": "Number", "required": true } },
      "answers": {
        "200": {
          "as": "record",
          "properties": { "workflowInfo": "SerializedItem", "workflowSchema": "Text" }
        }
      }
    },
    "GetWorkflows": {
      "verb": "GET",
      "path": "/workflows",
      "inputs": { "type": { "in": "query", "type": "Text" } },
      "answers": {
        "200": { "as": "record", "properties": { "itemCount": "Number", "workflows": "SerializedArray" } }
      }
    },
    "StartWorkflow": {
      "verb": "POST",
      "path": "/workflows/{id}",
      "inputs": {
        "id": { "in": "path", "type": "Number", "required": true },
        "instance": {
          "in": "body",
          "type": "SerializedItem",
          "item": {
            "properties": {
              "dataFields": "SerializedItem",
              "expectedDuration": "Number",
              "folio": "Text",
              "itemReferences": "SerializedItem",
              "priority": "Number",
              "xmlFields": "SerializedArray"
            }
          },
          "required": true
        }
      },
      "answers": { "200": { "as": "value", "type": "Number" } }
    }
  }
}`);
