import { DescriptorError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import type { Descriptor, JsonTree } from '../load/descriptor.js';
import type { Dialect } from './normal-descriptor.js';
import { isNode, own } from './tree/json-node.js';

const ADVICE = 'Give a Swagger 2.0 or an OpenAPI 3.0, 3.1 or 3.2 document';

/**
 * Which specification a descriptor follows. YAML reads an unquoted `2.0` as the number 2.
 *
 * @throws DescriptorError `DESCRIPTOR_VERSION_UNKNOWN`
 */
export function detectDialect(descriptor: Descriptor): Dialect {
  const { document } = descriptor;
  if (!isNode(document)) throw unknownVersion(descriptor, '', 'the document is not an object');
  const swagger = own(document, 'swagger');
  const openapi = own(document, 'openapi');
  const dialect = dialectOf(swagger, openapi);
  if (dialect !== undefined) return dialect;
  const older = own(document, 'swaggerVersion');
  if (older !== undefined)
    throw unknownVersion(
      descriptor,
      '/swaggerVersion',
      `${versionWords('Swagger', older)} is older than what is read`,
    );
  if (openapi !== undefined)
    throw unknownVersion(
      descriptor,
      '/openapi',
      `${versionWords('OpenAPI', openapi)} is not a version that is read`,
    );
  if (swagger !== undefined)
    throw unknownVersion(
      descriptor,
      '/swagger',
      `${versionWords('Swagger', swagger)} is not a version that is read`,
    );
  throw unknownVersion(
    descriptor,
    '',
    "the document has neither 'swagger' nor 'openapi', so it is no descriptor",
  );
}

function dialectOf(swagger: JsonTree | undefined, openapi: JsonTree | undefined): Dialect | undefined {
  if (swagger === '2.0' || swagger === 2 || swagger === '2') return '2.0';
  const version = typeof openapi === 'number' ? openapi.toFixed(1) : openapi;
  if (typeof version !== 'string') return undefined;
  const [, minor] = /^3\.([0-2])(\.|$)/.exec(version) ?? [];
  return minor === undefined ? undefined : (`3.${minor}` as Dialect);
}

function versionWords(name: string, version: JsonTree): string {
  const shown =
    typeof version === 'string' || typeof version === 'number' ? quoted(String(version)) : 'version';
  return `${name} ${shown}`;
}

function unknownVersion(descriptor: Descriptor, pointer: string, what: string): DescriptorError {
  return new DescriptorError('DESCRIPTOR_VERSION_UNKNOWN', {
    who: descriptor.location,
    what,
    advice: ADVICE,
    place: descriptor.locate(pointer),
  });
}
