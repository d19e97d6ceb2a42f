// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Instance } from './Instance.js';
import type { InstanceDetail, InstanceDetailProperties } from './InstanceDetail.js';
import type { InstanceList, InstanceListProperties } from './InstanceList.js';
import type { InstanceResolution } from './InstanceResolution.js';
import type { StartRequest } from './StartRequest.js';
import type { StartResult, StartResultProperties } from './StartResult.js';

/**
 * SmartObject Instances.
 * Runs of a workflow.
 */
export interface InstancesSmartObject {
  /**
   * List workflow instances
   * Find instances by workflow, name, state and times.
   * `GET /instances`
   */
  readonly Get_instances: broker.PagedMethod<
    void | {
      /**
       * Ended from
       * Earliest end time, ISO 8601 UTC.
       */
      endDateTimeFrom?: broker.DateTimeInput | undefined;
      /**
       * Ended to
       * Latest end time, ISO 8601 UTC.
       */
      endDateTimeTo?: broker.DateTimeInput | undefined;
      /**
       * Started from
       * Earliest start time, ISO 8601 UTC. Without from and to only about the last 30 days are searched.
       */
      from?: broker.DateTimeInput | undefined;
      /**
       * Instance name
       * Keep only instances of this name.
       */
      name?: string | undefined;
      /**
       * Order
       * Sort direction, ASC or DESC.
       */
      order?: string | undefined;
      /**
       * Page size
       * Number of instances in one page.
       */
      pageSize?: number | undefined;
      /**
       * Status
       * Keep only instances in this state: running, completed, failed, terminated or paused.
       */
      status?: string | undefined;
      /**
       * Started to
       * Latest start time, ISO 8601 UTC.
       */
      to?: broker.DateTimeInput | undefined;
      /**
       * Workflow name
       * Keep only instances of workflows of this name.
       */
      workflowName?: string | undefined;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    InstanceListProperties & broker.HttpOutputs,
    InstanceList,
    Instance
  >;
  /**
   * Get a workflow instance
   * Read one instance and the actions it has run.
   * `GET /instances/{instance_id}`
   */
  readonly Get_instances__instance_id_: broker.Method<
    {
      /**
       * Instance ID
       * Identifier of the workflow instance.
       */
      instance_id: string;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    InstanceDetailProperties & broker.HttpOutputs,
    InstanceDetail
  >;
  /**
   * Start a workflow
   * Start one instance of a published component workflow.
   * `POST /designs/{workflow_id}/instances`
   */
  readonly Post_designs__workflow_id__instances: broker.Method<
    {
      /**
       * Workflow
       * Identifier of the workflow design.
       */
      workflow_id: string;
      /** Start data and options. */
      Start?: broker.ItemInput<StartRequest> | undefined;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    StartResultProperties & broker.HttpOutputs,
    StartResult
  >;
  /**
   * Resolve a paused workflow instance
   * Retry the failed action of a paused instance, or let the instance fail.
   * `POST /instances/{instance_id}/resolve`
   */
  readonly Post_instances__instance_id__resolve: broker.Method<
    {
      /**
       * Instance ID
       * Identifier of the workflow instance.
       */
      instance_id: string;
      /** How to resolve. */
      Resolution: broker.ItemInput<InstanceResolution>;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    broker.HttpOutputs,
    undefined
  >;
  /**
   * Terminate a workflow instance
   * Stop a running or paused instance for good.
   * `POST /instances/{instance_id}/terminate`
   */
  readonly Post_instances__instance_id__terminate: broker.Method<
    {
      /**
       * Instance ID
       * Identifier of the workflow instance.
       */
      instance_id: string;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    broker.HttpOutputs,
    undefined
  >;
}

export const Instances: broker.ServiceObject<InstancesSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Instances",
  "methods": {
    "Get_instances": {
      "verb": "GET",
      "path": "/instances",
      "inputs": {
        "endDateTimeFrom": { "in": "query", "type": "DateTime" },
        "endDateTimeTo": { "in": "query", "type": "DateTime" },
        "from": { "in": "query", "type": "DateTime" },
        "name": { "in": "query", "type": "Text" },
        "order": { "in": "query", "type": "Text" },
        "pageSize": { "in": "query", "type": "Number" },
        "status": { "in": "query", "type": "Text" },
        "to": { "in": "query", "type": "DateTime" },
        "workflowName": { "in": "query", "type": "Text" }
      },
      "answers": {
        "200": { "as": "record", "properties": { "instances": "SerializedArray", "nextLink": "Text" } }
      }
    },
    "Get_instances__instance_id_": {
      "verb": "GET",
      "path": "/instances/{instance_id}",
      "inputs": { "instance_id": { "in": "path", "type": "Text", "required": true } },
      "answers": {
        "200": {
          "as": "record",
          "properties": {
            "actions": "SerializedArray",
            "endDateTime": "DateTime",
            "errorMessage": "Text",
            "instanceId": "Text",
            "name": "Text",
            "startDateTime": "DateTime",
            "status": "Text",
            "workflow": "SerializedItem"
          }
        }
      }
    },
    "Post_designs__workflow_id__instances": {
      "verb": "POST",
      "path": "/designs/{workflow_id}/instances",
      "inputs": {
        "workflow_id": { "in": "path", "type": "Text", "required": true },
        "Start": {
          "in": "body",
          "type": "SerializedItem",
          "item": { "properties": { "options": "SerializedItem", "startData": "SerializedItem" } }
        }
      },
      "answers": { "201": { "as": "record", "properties": { "id": "Text" } } }
    },
    "Post_instances__instance_id__resolve": {
      "verb": "POST",
      "path": "/instances/{instance_id}/resolve",
      "inputs": {
        "instance_id": { "in": "path", "type": "Text", "required": true },
        "Resolution": {
          "in": "body",
          "type": "SerializedItem",
          "item": { "required": ["resolveType"], "properties": { "message": "Text", "resolveType": "Text" } },
          "required": true
        }
      },
      "answers": { "202": { "as": "nothing" } }
    },
    "Post_instances__instance_id__terminate": {
      "verb": "POST",
      "path": "/instances/{instance_id}/terminate",
      "inputs": { "instance_id": { "in": "path", "type": "Text", "required": true } },
      "answers": { "200": { "as": "nothing" } }
    }
  }
}`);
