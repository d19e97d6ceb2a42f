import { splitPointer } from '../../base/json-pointer.js';

// Where names begin: the token after one of these is a name an author chose.
const HOMES = new Set([
  'definitions',
  '$defs',
  'schemas',
  'parameters',
  'responses',
  'requestBodies',
  'headers',
]);

/**
 * A readable name for the schema at a pointer: `/components/schemas/A/properties/b` gives `A_b`,
 * `/paths/~1tasks/get/responses/200/…/schema` gives `Get_tasks_Response`. Two spots may get the same one.
 */
export function nameOfPointer(pointer: string): string {
  const tokens = splitPointer(pointer);
  if ((tokens[0] === 'paths' || tokens[0] === 'x-ms-paths') && tokens.length > 2) return nameInPath(tokens);
  return nameInComponents(tokens);
}

function nameInPath([, path = '', verb = '', ...rest]: readonly string[]): string {
  const operation = verb.charAt(0).toUpperCase() + verb.slice(1) + path.replace(/[^\p{L}\p{N}_]/gu, '_');
  return [operation, roleOf(rest), ...trail(rest, rest.indexOf('schema') + 1)].filter(Boolean).join('_');
}

function roleOf(tokens: readonly string[]): string {
  if (tokens[0] === 'responses') return tokens[2] === 'headers' ? 'Response_Header' : 'Response';
  if (tokens[0] === 'requestBody') return 'Request';
  return tokens[0] === 'parameters' ? 'Parameter' : '';
}

function nameInComponents(tokens: readonly string[]): string {
  const home = lastHome(tokens);
  if (home === -1) return tokens.at(-1) ?? 'Document';
  return [tokens[home + 1], ...trail(tokens, home + 2)].join('_');
}

function lastHome(tokens: readonly string[]): number {
  const definitions = Math.max(tokens.lastIndexOf('$defs'), tokens.lastIndexOf('definitions'));
  if (definitions !== -1 && definitions < tokens.length - 1) return definitions;
  return tokens.findIndex((token, index) => HOMES.has(token) && index < tokens.length - 1);
}

/** The tokens from there on that mean something: names of properties, and that something is an item. */
function trail(tokens: readonly string[], from: number): string[] {
  const named: string[] = [];
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index] as string;
    if (token === 'properties' && index + 1 < tokens.length) named.push(tokens[++index] as string);
    else if (token === 'items') named.push('Item');
    else if (token === 'additionalProperties') named.push('Value');
  }
  return named;
}
