import type { NormalSecurityScheme } from '../normal-descriptor.js';
import { readApiKey, readScopes } from '../operation/read-security-schemes.js';
import type { Spot } from '../tree/json-node.js';
import { entriesAt, spotOf, textAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';

type Flow = (NormalSecurityScheme & { kind: 'oauth2' })['flows'][number];

const FLOWS: ReadonlyMap<string, Flow['flow']> = new Map([
  ['implicit', 'implicit'],
  ['password', 'password'],
  ['clientCredentials', 'client-credentials'],
  ['authorizationCode', 'authorization-code'],
  ['deviceAuthorization', 'device'],
]);

/** A member of `components.securitySchemes`; nothing where it lacks what its type needs. */
export function readSecurityScheme(reading: Reading, spot: Spot): NormalSecurityScheme | undefined {
  const type = textAt(reading, spot, 'type');
  switch (type) {
    case undefined:
      return undefined;
    case 'http':
      return readHttp(reading, spot);
    case 'apiKey':
      return readApiKey(reading, spot, ['header', 'query', 'cookie']);
    case 'oauth2':
      return { kind: 'oauth2', flows: readFlows(reading, spot) };
    default:
      return { kind: 'other', type };
  }
}

/** Names of HTTP authentication schemes are case-insensitive (RFC 9110, section 11.1). */
function readHttp(reading: Reading, spot: Spot): NormalSecurityScheme | undefined {
  const scheme = textAt(reading, spot, 'scheme')?.toLowerCase();
  if (scheme === undefined) return undefined;
  if (scheme === 'basic') return { kind: 'basic' };
  if (scheme !== 'bearer') return { kind: 'other', type: `http ${scheme}` };
  const format = textAt(reading, spot, 'bearerFormat');
  return format === undefined ? { kind: 'bearer' } : { kind: 'bearer', format };
}

function readFlows(reading: Reading, spot: Spot): readonly Flow[] {
  return entriesAt(reading, spot, 'flows').flatMap((entry): Flow[] => {
    const flow = FLOWS.get(entry.name);
    const details = flow === undefined ? undefined : spotOf(reading, entry);
    return flow === undefined || details === undefined ? [] : [readFlow(reading, details, flow)];
  });
}

function readFlow(reading: Reading, spot: Spot, flow: Flow['flow']): Flow {
  const tokenUrl = textAt(reading, spot, 'tokenUrl');
  const authorizationUrl =
    textAt(reading, spot, 'authorizationUrl') ?? textAt(reading, spot, 'deviceAuthorizationUrl');
  return {
    flow,
    ...(tokenUrl !== undefined && { tokenUrl }),
    ...(authorizationUrl !== undefined && { authorizationUrl }),
    scopes: readScopes(reading, spot),
  };
}
