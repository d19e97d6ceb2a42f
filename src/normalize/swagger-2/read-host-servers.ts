import { withoutEndSlashes } from '../../base/without-end-slashes.js';
import type { JsonTree } from '../../load/descriptor.js';
import type { NormalServer, NormalServerVariable } from '../normal-descriptor.js';
import { hostMalformed } from '../problems.js';
import { isList, isNode, own, type Spot } from '../tree/json-node.js';
import { entriesAt, textAt, textsAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { matchHostTemplate, namesInHostTemplate } from './match-host-template.js';

const SCHEMES = ['https', 'http'];

/**
 * `schemes`, `host` and `basePath` as addresses, https first. `x-ntx-host` (Nintex Xtensions) takes the
 * place of `host`; its `{{name}}` become variables whose defaults are what `host` has at that spot.
 */
export function readHostServers(reading: Reading): readonly NormalServer[] {
  return serversOf(reading, reading.root, [reading.root]);
}

/** Servers of one operation, where it or its path has `x-ntx-host`, `x-ntx-basePath` or `schemes` of its own. */
export function readOwnServers(
  reading: Reading,
  item: Spot,
  operation: Spot,
): readonly NormalServer[] | undefined {
  const holders = [operation, item];
  const isOwn = ['x-ntx-host', 'x-ntx-basePath', 'schemes'].some((key) => {
    return holders.some(({ node }) => Object.hasOwn(node, key));
  });
  return isOwn ? serversOf(reading, operation, [operation, item, reading.root]) : undefined;
}

function serversOf(reading: Reading, spot: Spot, holders: readonly Spot[]): readonly NormalServer[] {
  const host = readHost(reading);
  const template = first(holders, (holder) => textAt(reading, holder, 'x-ntx-host'));
  const path =
    first(holders, (holder) => textAt(reading, holder, 'x-ntx-basePath')) ??
    textAt(reading, reading.root, 'basePath');
  const authority = template === undefined ? host : bareHost(template);
  const address = `${authority ?? ''}${withSlash(path ?? '')}`;
  const variables = readVariables(reading, address, template, host);
  const url = address.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => `{${name.trim()}}`);
  if (authority === undefined || authority === '') return [{ pointer: spot.pointer, url, variables }];
  return readSchemes(reading, holders).map((scheme) => ({
    pointer: spot.pointer,
    url: `${scheme}://${url}`,
    variables,
  }));
}

/** `host` may hold a name and a port only; a scheme or path in it is a common mistake. */
function readHost(reading: Reading): string | undefined {
  const written = textAt(reading, reading.root, 'host');
  if (written === undefined) return undefined;
  const host = bareHost(written);
  if (host !== written) reading.report(hostMalformed('/host', { host: written }));
  return host;
}

function bareHost(written: string): string {
  const scheme = written.indexOf('://');
  const [host = ''] = written.slice(scheme === -1 ? 0 : scheme + 3).split('/', 1);
  return host.trim();
}

function readSchemes(reading: Reading, holders: readonly Spot[]): readonly string[] {
  const written = first(holders, (holder) => textsAt(reading, holder, 'schemes')) ?? [];
  const known = SCHEMES.filter((scheme) => written.some((name) => name.toLowerCase() === scheme));
  return known.length === 0 ? ['https'] : known;
}

function withSlash(path: string): string {
  const trimmed = withoutEndSlashes(path);
  return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`;
}

function readVariables(
  reading: Reading,
  address: string,
  template: string | undefined,
  host: string | undefined,
): readonly NormalServerVariable[] {
  const names = namesInHostTemplate(address);
  if (names.length === 0) return [];
  const values = template === undefined ? undefined : matchHostTemplate(bareHost(template), host ?? '');
  const asked = readConnectionProperties(reading);
  return names.map((name) => variableOf(name, values?.get(name), asked.get(name)));
}

function variableOf(
  name: string,
  matched: string | undefined,
  asked: JsonTree | undefined,
): NormalServerVariable {
  const question = isNode(asked) ? asked : {};
  const fallback = matched ?? own(question, 'default');
  const description = own(question, 'description') ?? own(question, 'title');
  const values = own(question, 'enum');
  return {
    name,
    ...(typeof fallback === 'string' && { default: fallback }),
    ...(isList(values) && { values: values.filter((value) => typeof value === 'string') }),
    ...(typeof description === 'string' && { description }),
  };
}

/** What `x-ntx-connection-properties` of the security schemes ask for when a connection is made. */
function readConnectionProperties(reading: Reading): ReadonlyMap<string, JsonTree> {
  const asked = new Map<string, JsonTree>();
  for (const { value } of entriesAt(reading, reading.root, 'securityDefinitions')) {
    const questions = isNode(value) ? own(value, 'x-ntx-connection-properties') : undefined;
    const properties = isNode(questions) ? own(questions, 'properties') : undefined;
    if (!isNode(properties)) continue;
    for (const [name, question] of Object.entries(properties)) asked.set(name, question);
  }
  return asked;
}

function first<T>(holders: readonly Spot[], read: (holder: Spot) => T | undefined): T | undefined {
  for (const holder of holders) {
    const value = read(holder);
    if (value !== undefined) return value;
  }
  return undefined;
}
