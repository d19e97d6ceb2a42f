import type { NormalSecurityScheme } from '../normal-descriptor.js';
import { readApiKey, readScopes } from '../operation/security-parts.js';
import type { Spot } from '../tree/json-node.js';
import { textAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';

const FLOWS = {
  implicit: 'implicit',
  password: 'password',
  application: 'client-credentials',
  accessCode: 'authorization-code',
} as const;

/** A member of `securityDefinitions`; nothing where it lacks what its type needs. */
export function readSwaggerSecurityScheme(reading: Reading, spot: Spot): NormalSecurityScheme | undefined {
  const type = textAt(reading, spot, 'type');
  switch (type) {
    case undefined:
      return undefined;
    case 'basic':
      return { kind: 'basic' };
    case 'apiKey':
      return readApiKey(reading, spot, ['header', 'query']);
    case 'oauth2':
      return readOAuth2(reading, spot);
    default:
      return { kind: 'other', type };
  }
}

function readOAuth2(reading: Reading, spot: Spot): NormalSecurityScheme | undefined {
  const written = textAt(reading, spot, 'flow');
  if (written === undefined || !Object.hasOwn(FLOWS, written)) return undefined;
  const tokenUrl = textAt(reading, spot, 'tokenUrl');
  const authorizationUrl = textAt(reading, spot, 'authorizationUrl');
  const flow = {
    flow: FLOWS[written as keyof typeof FLOWS],
    ...(tokenUrl !== undefined && { tokenUrl }),
    ...(authorizationUrl !== undefined && { authorizationUrl }),
    scopes: readScopes(reading, spot),
  };
  return { kind: 'oauth2', flows: [flow] };
}
