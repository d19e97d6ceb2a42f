// Made by rest-broker from descriptors/business-credit.openapi.yaml (Business Credit 1.2.0).
// Do not edit: `rest-broker generate credit` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { CreditScore, CreditScoreProperties } from './CreditScore.js';
import type { CreditScoreList, CreditScoreListProperties } from './CreditScoreList.js';
import type { Rating } from './Rating.js';

/**
 * SmartObject Scores.
 * One number for each company, renewed every night.
 */
export interface ScoresSmartObject {
  /**
   * List scores
   * Scores by rating and time of assessment, newest first.
   * `GET /scores`
   */
  readonly Get_scores: broker.PagedMethod<
    void | {
      /** Keep only scores assessed at or after this moment. */
      assessedSince?: broker.DateTimeInput | undefined;
      /** Scores on one page. */
      pageSize?: number | undefined;
      /** Keep only companies with one of these ratings. */
      rating?: broker.ArrayInput<Rating> | undefined;
    },
    CreditScoreListProperties & broker.HttpOutputs,
    CreditScoreList,
    CreditScore
  >;
  /**
   * Get a score
   * The current score of one company.
   * `GET /scores/{company}`
   */
  readonly Get_scores__company_: broker.Method<
    {
      /** Registration number of the company, as in 04523378. */
      company: string;
    },
    CreditScoreProperties & broker.HttpOutputs,
    CreditScore
  >;
}

export const Scores: broker.ServiceObject<ScoresSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Scores",
  "methods": {
    "Get_scores": {
      "verb": "GET",
      "path": "/scores",
      "inputs": {
        "assessedSince": { "in": "query", "type": "DateTime" },
        "pageSize": { "in": "query", "type": "Number" },
        "rating": { "in": "query", "type": "SerializedArray", "explode": false }
      },
      "answers": { "200": { "as": "record", "properties": { "nextLink": "Text", "scores": "SerializedArray" } } }
    },
    "Get_scores__company_": {
      "verb": "GET",
      "path": "/scores/{company}",
      "inputs": { "company": { "in": "path", "type": "Text", "required": true } },
      "answers": {
        "200": {
          "as": "record",
          "properties": { "assessedOn": "DateTime", "company": "Text", "rating": "Text", "score": "Number" }
        }
      }
    }
  }
}`);
