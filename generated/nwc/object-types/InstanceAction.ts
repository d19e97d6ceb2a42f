// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** One action run by an instance. */
export interface InstanceAction {
  readonly [broker.typeName]?: 'nwc.InstanceAction';
  /** Identifier of this run of the action. */
  actionInstanceId?: string | undefined;
  /** When it ended. */
  endDateTime?: string | undefined;
  /** Why it failed; may be null. */
  errorMessage?: string | null | undefined;
  /** Action identifier in the design. */
  id?: string | undefined;
  /** Label given by the designer. */
  label?: string | undefined;
  /** Message written to the log; may be null. */
  logMessage?: string | null | undefined;
  /** Action name. */
  name?: string | undefined;
  /** Enclosing action; may be null. */
  parentId?: string | null | undefined;
  /** When it began. */
  startDateTime?: string | undefined;
  /** State of the action. */
  status?: string | undefined;
  /** Action type. */
  type?: string | undefined;
}

/** Properties of InstanceAction; nested values as Serialized text. */
export type InstanceActionProperties = broker.PropertiesOf<InstanceAction>;

/** SmartObject InstanceAction. */
export type InstanceActionSmartObject = broker.HelperMethods<InstanceAction, InstanceActionProperties>;

export const InstanceAction: broker.ServiceObject<InstanceActionSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "InstanceAction",
  "record": {
    "properties": {
      "actionInstanceId": "Text",
      "endDateTime": "DateTime",
      "errorMessage": "Text",
      "id": "Text",
      "label": "Text",
      "logMessage": "Text",
      "name": "Text",
      "parentId": "Text",
      "startDateTime": "DateTime",
      "status": "Text",
      "type": "Text"
    }
  }
}`);
