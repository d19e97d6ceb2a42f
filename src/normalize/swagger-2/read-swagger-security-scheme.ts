import type { NormalSecurityScheme } from '../normal-descriptor.js';
import { readApiKey, readScopes } from '../operation/read-security-schemes.js';
import type { Spot } from '../tree/json-node.js';
import { textAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';

type Flow = (NormalSecurityScheme & { kind: 'oauth2' })['flows'][number]['flow'];

const FLOWS: ReadonlyMap<string | undefined, Flow> = new Map([
  ['implicit', 'implicit'],
  ['password', 'password'],
  ['application', 'client-credentials'],
  ['accessCode', 'authorization-code'],
]);

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
  const flow = FLOWS.get(textAt(reading, spot, 'flow'));
  if (flow === undefined) return undefined;
  const tokenUrl = textAt(reading, spot, 'tokenUrl');
  const authorizationUrl = textAt(reading, spot, 'authorizationUrl');
  const details = {
    flow,
    ...(tokenUrl !== undefined && { tokenUrl }),
    ...(authorizationUrl !== undefined && { authorizationUrl }),
    scopes: readScopes(reading, spot),
  };
  return { kind: 'oauth2', flows: [details] };
}
