// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { DesignList, DesignListProperties } from './DesignList.js';

/**
 * SmartObject Designs.
 * Workflows as drafted and published.
 */
export interface DesignsSmartObject {
  /**
   * List workflow designs
   * List draft and published designs.
   * `GET /designs`
   */
  readonly Get_designs: broker.Method<
    void | {
      /**
       * Limit
       * Most designs to return.
       */
      limit?: number | undefined;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    DesignListProperties & broker.HttpOutputs,
    DesignList
  >;
}

export const Designs: broker.ServiceObject<DesignsSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Designs",
  "methods": {
    "Get_designs": {
      "verb": "GET",
      "path": "/designs",
      "inputs": { "limit": { "in": "query", "type": "Number" } },
      "answers": { "200": { "as": "record", "properties": { "workflows": "SerializedArray" } } }
    }
  }
}`);
