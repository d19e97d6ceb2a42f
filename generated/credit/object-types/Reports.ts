// Made by rest-broker from descriptors/business-credit.openapi.yaml (Business Credit 1.2.0).
// Do not edit: `rest-broker generate credit` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Report, ReportProperties } from './Report.js';
import type { ReportRequest } from './ReportRequest.js';

/**
 * SmartObject Reports.
 * Written on order; ready some minutes later.
 */
export interface ReportsSmartObject {
  /**
   * Get a report
   * The report, or how far it has come.
   * `GET /reports/{id}`
   */
  readonly Get_reports__id_: broker.Method<
    {
      /** Identifier given when the report was ordered. */
      id: string;
    },
    ReportProperties & broker.HttpOutputs,
    Report
  >;
  /**
   * Order a report
   * Orders a report on a company, or on somebody the bureau does not know yet. The answer comes at once and names the report; the report itself follows.
   * `POST /reports`
   */
  readonly Post_reports: broker.Method<
    {
      /** Whom to report on. */
      ReportRequest: broker.ItemInput<ReportRequest>;
    },
    ReportProperties & broker.HttpOutputs,
    Report
  >;
}

export const Reports: broker.ServiceObject<ReportsSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Reports",
  "methods": {
    "Get_reports__id_": {
      "verb": "GET",
      "path": "/reports/{id}",
      "inputs": { "id": { "in": "path", "type": "Text", "required": true } },
      "answers": {
        "200": {
          "as": "record",
          "properties": {
            "id": "Text",
            "orderedOn": "DateTime",
            "remarks": "SerializedArray",
            "request": "SerializedItem",
            "score": "SerializedItem",
            "state": "Text",
            "writtenOn": "DateTime"
          }
        }
      }
    },
    "Post_reports": {
      "verb": "POST",
      "path": "/reports",
      "inputs": {
        "ReportRequest": {
          "in": "body",
          "type": "SerializedItem",
          "item": {
            "required": ["address", "name"],
            "properties": {
              "address": "SerializedItem",
              "company": "Text",
              "creditLimit": "Decimal",
              "name": "Text",
              "reference": "Text"
            }
          },
          "required": true
        }
      },
      "answers": {
        "202": {
          "as": "record",
          "properties": {
            "id": "Text",
            "orderedOn": "DateTime",
            "remarks": "SerializedArray",
            "request": "SerializedItem",
            "score": "SerializedItem",
            "state": "Text",
            "writtenOn": "DateTime"
          }
        }
      }
    }
  }
}`);
