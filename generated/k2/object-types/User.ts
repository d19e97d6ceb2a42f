// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** A K2 user. */
export interface User {
  readonly [broker.typeName]?: 'k2.User';
  /** Display name. */
  displayName?: string | undefined;
  /** Email address. */
  email?: string | undefined;
  /** Fully qualified name with its security label, as in K2:DOMAIN\user. */
  fqn?: string | undefined;
  /** Fully qualified name of the manager. */
  manager?: string | undefined;
  /** User name. */
  username?: string | undefined;
}

/** Properties of User; nested values as Serialized text. */
export type UserProperties = broker.PropertiesOf<User>;

/** SmartObject User. */
export type UserSmartObject = broker.HelperMethods<User, UserProperties>;

export const User: broker.ServiceObject<UserSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "User",
  "record": {
    "properties": { "displayName": "Text", "email": "Text", "fqn": "Text", "manager": "Text", "username": "Text" }
  }
}`);
