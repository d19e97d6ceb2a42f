/** One proof of who is calling, as the descriptor asks for it. */
export type Credential = CredentialForm & {
  /** What the proof must allow (OAuth 2.0 scopes, roles). Absent: nothing in particular. */
  readonly scopes?: readonly string[];
};

/** A proof, whatever it must allow. */
export type CredentialForm =
  | { readonly kind: 'basic' }
  | { readonly kind: 'bearer' }
  | { readonly kind: 'api-key'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string }
  | { readonly kind: 'oauth'; readonly flows: readonly CredentialFlow[] }
  /** Mutual TLS, OpenID Connect, further HTTP schemes, or a scheme that is not declared: by its name. */
  | { readonly kind: 'other'; readonly name: string };

/** One way to a token (OAuth 2.0, RFC 6749 §1.3). */
export interface CredentialFlow {
  readonly flow: string;
  readonly tokenUrl?: string;
  readonly authorizationUrl?: string;
}

/** Alternatives, any one suffices; each is all of its credentials together. An empty one: none is needed. */
export type AcceptedCredentials = readonly (readonly Credential[])[];
