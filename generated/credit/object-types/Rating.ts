// Made by rest-broker from descriptors/business-credit.openapi.yaml (Business Credit 1.2.0).
// Do not edit: `rest-broker generate credit` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** The score in a word. reliable from 80 on, review from 40 to 79, unreliable below 40. */
export type Rating = 'reliable' | 'review' | 'unreliable';

/** Properties of Rating; nested values as Serialized text. */
export interface RatingProperties {
  /** The score in a word. reliable from 80 on, review from 40 to 79, unreliable below 40. */
  Value?: 'reliable' | 'review' | 'unreliable' | undefined;
}

/** SmartObject Rating. */
export type RatingSmartObject = broker.HelperMethods<Rating, RatingProperties>;

export const Rating: broker.ServiceObject<RatingSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Rating", "value": "Text" }`);
