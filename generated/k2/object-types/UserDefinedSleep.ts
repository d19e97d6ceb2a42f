// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Length of a sleep; one of the two. */
export interface UserDefinedSleep {
  readonly [broker.typeName]?: 'k2.UserDefinedSleep';
  /** Seconds to sleep. */
  SleepFor?: number | undefined;
  /** Moment to wake. */
  SleepUntil?: string | undefined;
}

/** Properties of UserDefinedSleep; nested values as Serialized text. */
export type UserDefinedSleepProperties = broker.PropertiesOf<UserDefinedSleep>;

/** SmartObject UserDefinedSleep. */
export type UserDefinedSleepSmartObject = broker.HelperMethods<UserDefinedSleep, UserDefinedSleepProperties>;

export const UserDefinedSleep: broker.ServiceObject<UserDefinedSleepSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "UserDefinedSleep",
  "record": { "properties": { "SleepFor": "Number", "SleepUntil": "DateTime" } }
}`);
