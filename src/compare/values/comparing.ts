import type { ServiceObject, ValueType } from '../../model/connector.js';
import type { ChangeSeverity } from '../change.js';
import type { Facet } from './facet.js';
import type { TypesByName } from './types-by-name.js';

/** What a type that takes another's place means to who sends values of it, and to who gets them. */
export interface Judgement {
  readonly sent: ChangeSeverity;
  readonly answered: ChangeSeverity;
  /** System names of the Properties that make it breaking, in either direction. */
  readonly differsIn: readonly string[];
}

/** What the steps of one comparison know of both Connectors' types. */
export interface Comparing {
  readonly before: TypesByName;
  readonly after: TypesByName;
  /** The type that goes on as which: from names before to names after. */
  readonly paired: ReadonlyMap<string, string>;
  /** Compares two values, unless that is under way: a list of itself differs from another in nothing but its name. */
  once(before: ValueType, after: ValueType, compare: () => Facet[]): Facet[];
  /** Of two types that are no pair. */
  judge(before: ServiceObject, after: ServiceObject): Judgement;
}
