// Made by rest-broker from descriptors/business-credit.openapi.yaml (Business Credit 1.2.0).
// Do not edit: `rest-broker generate credit` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** What went wrong (RFC 9457). */
export interface Problem {
  readonly [broker.typeName]?: 'credit.Problem';
  detail?: string | undefined;
  status?: number | undefined;
  title?: string | undefined;
  type?: string | undefined;
}

/** Properties of Problem; nested values as Serialized text. */
export type ProblemProperties = broker.PropertiesOf<Problem>;

/** SmartObject Problem. */
export type ProblemSmartObject = broker.HelperMethods<Problem, ProblemProperties>;

export const Problem: broker.ServiceObject<ProblemSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Problem",
  "record": { "properties": { "detail": "Text", "status": "Number", "title": "Text", "type": "Text" } }
}`);
