// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Error body in the problem-details style (RFC 7807). */
export interface Problem {
  readonly [broker.typeName]?: 'nwc-v2.Problem';
  /** What went wrong in this request. */
  detail?: string | undefined;
  /** HTTP status repeated in the body. */
  status?: number | undefined;
  /** Short name of the problem. */
  title?: string | undefined;
  /** Identifier of the kind of problem. */
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
