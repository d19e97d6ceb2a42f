// Made by rest-broker from descriptors/business-credit.openapi.yaml (Business Credit 1.2.0).
// Do not edit: `rest-broker generate credit` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { CreditScore } from './CreditScore.js';

/** CreditScoreList */
export interface CreditScoreList {
  readonly [broker.typeName]?: 'credit.CreditScoreList';
  /** Whole address of the next page; absent or null on the last page. */
  nextLink?: string | null | undefined;
  scores: CreditScore[];
}

/** Properties of CreditScoreList; nested values as Serialized text. */
export type CreditScoreListProperties = broker.PropertiesOf<CreditScoreList>;

/** SmartObject CreditScoreList. */
export type CreditScoreListSmartObject = broker.HelperMethods<CreditScoreList, CreditScoreListProperties>;

export const CreditScoreList: broker.ServiceObject<CreditScoreListSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "CreditScoreList",
  "record": { "properties": { "nextLink": "Text", "scores": "SerializedArray" } }
}`);
