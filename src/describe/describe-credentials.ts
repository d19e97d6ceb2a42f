import { compareText } from '../base/compare-text.js';
import type { AcceptedCredentials, Credential, CredentialFlow, CredentialForm } from '../model/credential.js';
import type {
  NormalDescriptor,
  NormalSecurity,
  NormalSecurityScheme,
} from '../normalize/normal-descriptor.js';

/** What the descriptor asks for, by what it is: names of security schemes mean nothing to a caller. */
export function describeCredentials(
  security: readonly NormalSecurity[],
  schemes: NormalDescriptor['securitySchemes'],
): AcceptedCredentials {
  return sorted(
    security.map((alternative) =>
      sorted(alternative.schemes.map(({ name, scopes }) => credentialOf(name, schemes.get(name), scopes))),
    ),
  );
}

function credentialOf(
  name: string,
  scheme: NormalSecurityScheme | undefined,
  scopes: readonly string[],
): Credential {
  const form = formOf(name, scheme);
  return scopes.length === 0 ? form : { ...form, scopes: [...new Set(scopes)].sort(compareText) };
}

function formOf(name: string, scheme: NormalSecurityScheme | undefined): CredentialForm {
  if (scheme === undefined) return { kind: 'other', name };
  switch (scheme.kind) {
    case 'other':
      return { kind: 'other', name: scheme.type };
    case 'oauth2':
      return { kind: 'oauth', flows: sorted(scheme.flows.map(flowOf)) };
    case 'bearer':
      return { kind: 'bearer' };
    default:
      return scheme;
  }
}

function flowOf({
  flow,
  tokenUrl,
  authorizationUrl,
}: (NormalSecurityScheme & { kind: 'oauth2' })['flows'][number]): CredentialFlow {
  return {
    flow,
    ...(tokenUrl === undefined ? {} : { tokenUrl }),
    ...(authorizationUrl === undefined ? {} : { authorizationUrl }),
  };
}

/** The order in which a descriptor lists them says nothing. */
function sorted<T>(things: readonly T[]): T[] {
  return [...things].sort((left, right) => compareText(JSON.stringify(left), JSON.stringify(right)));
}
