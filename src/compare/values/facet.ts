/** Ways in which two values differ, before it is known whether the value is sent or answered. */
export type FacetKind =
  | 'retyped'
  | 'type-renamed'
  | 'widened'
  | 'narrowed'
  | 'became-nullable'
  | 'no-longer-nullable'
  | 'choice-added'
  | 'choice-removed'
  | 'alternative-added'
  | 'alternative-removed'
  | 'limits-tightened'
  | 'limits-loosened'
  | 'pattern-changed'
  | 'format-changed';

/** One way in which two values differ, in its words. */
export interface Facet {
  /** What it is to who sends the value. */
  readonly kind: FacetKind;
  /** What it is to who gets the value, where that is not the same. */
  readonly answered?: FacetKind;
  readonly was: string;
  readonly is: string;
  /** The same for who gets the value, where other words are needed. */
  readonly answeredTold?: Pick<Facet, 'was' | 'is'>;
  /** Where in the value: `in each element`. Absent: the value itself. */
  readonly inside?: string;
}

/** The code of a change in a value that is sent. */
export function sentCode({ kind }: Facet): `input-${FacetKind}` {
  return `input-${kind}`;
}

/** The code of a change in a value that is answered. */
export function answeredCode({ kind, answered = kind }: Facet): `output-${FacetKind}` {
  return `output-${answered}`;
}
