// Made by rest-broker from descriptors/business-credit.openapi.yaml (Business Credit 1.2.0).
// Do not edit: `rest-broker generate credit` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Address } from './Address.js';

/** Whom to report on, and for whom. */
export interface ReportRequest {
  readonly [broker.typeName]?: 'credit.ReportRequest';
  address: Address;
  /** Registration number; null when it is not known. */
  company?: string | null | undefined;
  /** Limit asked for, in the currency of the address's country. */
  creditLimit?: number | null | undefined;
  /** Name of the company. */
  name: string;
  /** The caller's own number for this order; comes back in the report. */
  reference?: string | null | undefined;
}

/** Properties of ReportRequest; nested values as Serialized text. */
export type ReportRequestProperties = broker.PropertiesOf<ReportRequest>;

/** SmartObject ReportRequest. */
export type ReportRequestSmartObject = broker.HelperMethods<ReportRequest, ReportRequestProperties>;

export const ReportRequest: broker.ServiceObject<ReportRequestSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "ReportRequest",
  "record": {
    "properties": {
      "address": "SerializedItem",
      "company": "Text",
      "creditLimit": "Decimal",
      "name": "Text",
      "reference": "Text"
    }
  }
}`);
