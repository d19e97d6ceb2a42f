// Made by rest-broker from descriptors/business-credit.openapi.yaml (Business Credit 1.2.0).
// Do not edit: `rest-broker generate credit` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from './service-instance.js';
import { Address, type AddressSmartObject } from './object-types/Address.js';
import { CreditScore, type CreditScoreSmartObject } from './object-types/CreditScore.js';
import { CreditScoreList, type CreditScoreListSmartObject } from './object-types/CreditScoreList.js';
import { Problem, type ProblemSmartObject } from './object-types/Problem.js';
import { Rating, type RatingSmartObject } from './object-types/Rating.js';
import { Report, type ReportSmartObject } from './object-types/Report.js';
import { ReportRequest, type ReportRequestSmartObject } from './object-types/ReportRequest.js';
import { Reports, type ReportsSmartObject } from './object-types/Reports.js';
import { Scores, type ScoresSmartObject } from './object-types/Scores.js';
import { HTTPHeader, type HTTPHeaderSmartObject } from './system-types/HTTPHeader.js';
import { String, type StringSmartObject } from './system-types/String.js';

export type * from './object-types/Address.js';
export type * from './object-types/CreditScore.js';
export type * from './object-types/CreditScoreList.js';
export type * from './object-types/Problem.js';
export type * from './object-types/Rating.js';
export type * from './object-types/Report.js';
export type * from './object-types/ReportRequest.js';
export type * from './object-types/Reports.js';
export type * from './object-types/Scores.js';
export type * from './system-types/HTTPHeader.js';
export type * from './system-types/String.js';
export { serviceInstance };

/**
 * The SmartObjects of Business Credit.
 * Scores of companies, and reports that take a while to be written. A made-up service: no bureau stands behind it.
 */
export interface SmartObjects {
  /** Address */
  readonly Address: AddressSmartObject;
  /** How reliable one company is. */
  readonly CreditScore: CreditScoreSmartObject;
  /** CreditScoreList */
  readonly CreditScoreList: CreditScoreListSmartObject;
  /** What went wrong (RFC 9457). */
  readonly Problem: ProblemSmartObject;
  /** The score in a word. reliable from 80 on, review from 40 to 79, unreliable below 40. */
  readonly Rating: RatingSmartObject;
  /** A report, from order to last word. */
  readonly Report: ReportSmartObject;
  /** Whom to report on, and for whom. */
  readonly ReportRequest: ReportRequestSmartObject;
  /** Written on order; ready some minutes later. */
  readonly Reports: ReportsSmartObject;
  /** One number for each company, renewed every night. */
  readonly Scores: ScoresSmartObject;
  /** One HTTP header. Serialize Add Item To Array makes the text that the input HttpHeaders takes. */
  readonly HTTPHeader: HTTPHeaderSmartObject;
  /** One value of the simple type String: opens and makes arrays of it. */
  readonly String: StringSmartObject;
}

/** Binds the SmartObjects to the service; every option that is left out is as registered. */
export function connect($options?: broker.ConnectOptions): SmartObjects {
  return broker.connect<SmartObjects>(serviceInstance, { Address, CreditScore, CreditScoreList, Problem, Rating, Report, ReportRequest, Reports, Scores, HTTPHeader, String }, $options);
}
