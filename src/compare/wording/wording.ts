/** What a change speaks of, before and after; empty where there is nothing to say of a side. */
export interface Told {
  readonly was: string;
  readonly is: string;
}

/** The words of one kind of change. */
export interface Wording {
  /** What changed, without its subject; untrusted text in it is visible already. */
  readonly message: (told: Told) => string;
  readonly advice: string;
}

/** The words of one kind of change; text where they are always the same. */
export function wording(message: string | Wording['message'], advice: string): Wording {
  return { message: typeof message === 'string' ? () => message : message, advice };
}
