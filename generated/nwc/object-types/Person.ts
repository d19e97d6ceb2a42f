// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** A user as shown on a design. */
export interface Person {
  readonly [broker.typeName]?: 'nwc.Person';
  /** Email address; may be null. */
  email?: string | null | undefined;
  /** User identifier. */
  id?: string | undefined;
  /** Display name. */
  name?: string | undefined;
}

/** Properties of Person; nested values as Serialized text. */
export type PersonProperties = broker.PropertiesOf<Person>;

/** SmartObject Person. */
export type PersonSmartObject = broker.HelperMethods<Person, PersonProperties>;

export const Person: broker.ServiceObject<PersonSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Person",
  "record": { "properties": { "email": "Text", "id": "Text", "name": "Text" } }
}`);
