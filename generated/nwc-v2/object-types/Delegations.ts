// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { AutoDelegation, AutoDelegationProperties } from './AutoDelegation.js';
import type { AutoDelegationList, AutoDelegationListProperties } from './AutoDelegationList.js';

/**
 * SmartObject Delegations.
 * Standing orders that hand the tasks of one user to others for a time.
 */
export interface DelegationsSmartObject {
  /**
   * Delete an automatic delegation
   * Remove an automatic delegation.
   * `DELETE /tasks/autodelegations/{delegation_id}`
   */
  readonly Delete_tasks_autodelegations__delegation_id_: broker.Method<
    {
      /**
       * Delegation ID
       * Identifier of the automatic delegation.
       */
      delegation_id: string;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    broker.HttpOutputs,
    undefined
  >;
  /**
   * List automatic delegations
   * Read the automatic delegations.
   * `GET /tasks/autodelegations`
   */
  readonly Get_tasks_autodelegations: broker.Method<
    void | {
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    AutoDelegationListProperties & broker.HttpOutputs,
    AutoDelegationList
  >;
  /**
   * Create an automatic delegation
   * Hand future tasks of a user to stand-ins for a period.
   * `POST /tasks/autodelegations`
   */
  readonly Post_tasks_autodelegations: broker.Method<
    {
      /** The delegation. */
      AutoDelegation: broker.ItemInput<AutoDelegation>;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    AutoDelegationProperties & broker.HttpOutputs,
    AutoDelegation
  >;
  /**
   * Change an automatic delegation
   * Replace an automatic delegation.
   * `PUT /tasks/autodelegations/{delegation_id}`
   */
  readonly Put_tasks_autodelegations__delegation_id_: broker.Method<
    {
      /**
       * Delegation ID
       * Identifier of the automatic delegation.
       */
      delegation_id: string;
      /** The delegation. */
      AutoDelegation: broker.ItemInput<AutoDelegation>;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    AutoDelegationProperties & broker.HttpOutputs,
    AutoDelegation
  >;
}

export const Delegations: broker.ServiceObject<DelegationsSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Delegations",
  "methods": {
    "Delete_tasks_autodelegations__delegation_id_": {
      "verb": "DELETE",
      "path": "/tasks/autodelegations/{delegation_id}",
      "inputs": { "delegation_id": { "in": "path", "type": "Text", "required": true } },
      "answers": { "204": { "as": "nothing" } }
    },
    "Get_tasks_autodelegations": {
      "verb": "GET",
      "path": "/tasks/autodelegations",
      "answers": { "200": { "as": "record", "properties": { "taskAutoDelegations": "SerializedArray" } } }
    },
    "Post_tasks_autodelegations": {
      "verb": "POST",
      "path": "/tasks/autodelegations",
      "inputs": {
        "AutoDelegation": {
          "in": "body",
          "type": "SerializedItem",
          "item": {
            "required": ["effectiveFrom", "effectiveTo", "standIns", "userId"],
            "properties": {
              "createdDate": "DateTime",
              "effectiveFrom": "DateTime",
              "effectiveTo": "DateTime",
              "id": "Text",
              "message": "Text",
              "standIns": "SerializedArray",
              "updatedDate": "DateTime",
              "userId": "Text"
            }
          },
          "required": true
        }
      },
      "answers": {
        "200": {
          "as": "record",
          "properties": {
            "createdDate": "DateTime",
            "effectiveFrom": "DateTime",
            "effectiveTo": "DateTime",
            "id": "Text",
            "message": "Text",
            "standIns": "SerializedArray",
            "updatedDate": "DateTime",
            "userId": "Text"
          }
        }
      }
    },
    "Put_tasks_autodelegations__delegation_id_": {
      "verb": "PUT",
      "path": "/tasks/autodelegations/{delegation_id}",
      "inputs": {
        "delegation_id": { "in": "path", "type": "Text", "required": true },
        "AutoDelegation": {
          "in": "body",
          "type": "SerializedItem",
          "item": {
            "required": ["effectiveFrom", "effectiveTo", "standIns", "userId"],
            "properties": {
              "createdDate": "DateTime",
              "effectiveFrom": "DateTime",
              "effectiveTo": "DateTime",
              "id": "Text",
              "message": "Text",
              "standIns": "SerializedArray",
              "updatedDate": "DateTime",
              "userId": "Text"
            }
          },
          "required": true
        }
      },
      "answers": {
        "200": {
          "as": "record",
          "properties": {
            "createdDate": "DateTime",
            "effectiveFrom": "DateTime",
            "effectiveTo": "DateTime",
            "id": "Text",
            "message": "Text",
            "standIns": "SerializedArray",
            "updatedDate": "DateTime",
            "userId": "Text"
          }
        }
      }
    }
  }
}`);
