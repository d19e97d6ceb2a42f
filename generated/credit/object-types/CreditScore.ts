// Made by rest-broker from descriptors/business-credit.openapi.yaml (Business Credit 1.2.0).
// Do not edit: `rest-broker generate credit` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Rating } from './Rating.js';

/** How reliable one company is. */
export interface CreditScore {
  readonly [broker.typeName]?: 'credit.CreditScore';
  /** When the score was worked out. */
  assessedOn: string;
  /** Registration number of the company. */
  company: string;
  rating: Rating;
  /** Higher is better. */
  score: number;
}

/** Properties of CreditScore; nested values as Serialized text. */
export type CreditScoreProperties = broker.PropertiesOf<CreditScore>;

/** SmartObject CreditScore. */
export type CreditScoreSmartObject = broker.HelperMethods<CreditScore, CreditScoreProperties>;

export const CreditScore: broker.ServiceObject<CreditScoreSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "CreditScore",
  "record": {
    "properties": { "assessedOn": "DateTime", "company": "Text", "rating": "Text", "score": "Number" }
  }
}`);
