import { DescriptorError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import type { Descriptor, JsonTree } from '../load/descriptor.js';
import type { Dialect } from './normal-descriptor.js';
import { own } from './tree/json-node.js';

/** Members that name a version, the one that tells most first. */
const VERSIONS = [
  { key: 'swaggerVersion', name: 'Swagger', fault: 'is older than what is read' },
  { key: 'openapi', name: 'OpenAPI', fault: 'is not a version that is read' },
  { key: 'swagger', name: 'Swagger', fault: 'is not a version that is read' },
];

const MINORS: ReadonlyMap<string | undefined, Dialect> = new Map([
  ['0', '3.0'],
  ['1', '3.1'],
  ['2', '3.2'],
]);

const ADVICE = 'Give a Swagger 2.0 or an OpenAPI 3.0, 3.1 or 3.2 document';

/**
 * Which specification a descriptor follows. YAML reads an unquoted `2.0` as the number 2.
 *
 * @throws DescriptorError `DESCRIPTOR_VERSION_UNKNOWN`
 */
export function detectDialect(descriptor: Descriptor): Dialect {
  const { document } = descriptor;
  const dialect = dialectOf(own(document, 'swagger'), own(document, 'openapi'));
  if (dialect !== undefined) return dialect;
  for (const { key, name, fault } of VERSIONS) {
    const version = own(document, key);
    if (version !== undefined)
      throw unknownVersion(descriptor, `/${key}`, `${versionWords(name, version)} ${fault}`);
  }
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
  return MINORS.get(/^3\.(\d+)(?:\.|$)/.exec(version)?.[1]);
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
