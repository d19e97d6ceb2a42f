// Made by rest-broker from descriptors/business-credit.openapi.yaml (Business Credit 1.2.0).
// Do not edit: `rest-broker generate credit` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { CreditScore } from './CreditScore.js';
import type { ReportRequest } from './ReportRequest.js';

/** A report, from order to last word. */
export interface Report {
  readonly [broker.typeName]?: 'credit.Report';
  id: string;
  orderedOn: string;
  /** What the writer wants to be read first. */
  remarks?: string[] | undefined;
  request: ReportRequest;
  /** null until it is written. */
  score?: CreditScore | null | undefined;
  state: 'ordered' | 'written' | 'failed';
  /** null until it is written. */
  writtenOn?: string | null | undefined;
}

/** Properties of Report; nested values as Serialized text. */
export type ReportProperties = broker.PropertiesOf<Report>;

/** SmartObject Report. */
export type ReportSmartObject = broker.HelperMethods<Report, ReportProperties>;

export const Report: broker.ServiceObject<ReportSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Report",
  "record": {
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
}`);
