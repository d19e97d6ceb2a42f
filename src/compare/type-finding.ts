import type { Property } from '../model/connector.js';
import type { ChangeCode } from './change-kinds.js';
import type { Finding } from './make-change.js';
import { answeredCode, type Facet, sentCode } from './values/facet.js';

/** One difference between two types: what it is to who sends values of the type, and to who gets them. */
export interface TypeFinding extends Omit<Finding, 'code'> {
  readonly sent?: ChangeCode;
  readonly answered?: ChangeCode;
  /** The words for who gets them, where `answered` needs others. */
  readonly answeredTold?: Pick<Facet, 'was' | 'is'>;
  /** Absent: the type as a whole. */
  readonly before?: Property;
  readonly after?: Property;
}

/** What is the same to who sends values of a type, and to who gets them. */
export function both(code: ChangeCode): Pick<TypeFinding, 'sent' | 'answered'> {
  return { sent: code, answered: code };
}

/** What is another type is so to everyone: that is told as one kind, whichever way the value goes. */
export function facetFinding(facet: Facet): Omit<TypeFinding, 'before' | 'after'> {
  const { kind, answered = kind, ...rest } = facet;
  return {
    ...rest,
    sent: kind === 'retyped' || kind === 'type-renamed' ? `property-${kind}` : sentCode(facet),
    answered:
      answered === 'retyped' || answered === 'type-renamed' ? `property-${answered}` : answeredCode(facet),
  };
}
