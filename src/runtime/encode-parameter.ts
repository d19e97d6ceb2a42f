/**
 * Parameter values as text, by style and explode (OpenAPI 3.1 §4.8.12, RFC 6570), Swagger 2.0's
 * collection formats among them. As in RFC 6570 §2.3, null, an empty list and an empty object are undefined values:
 * nothing is sent for them.
 */
import type { ParameterStyle } from '../model/definition.js';
import { stringifyJson } from './json-text.js';
import { isItem } from './read-serialized.js';

export interface WireParameter {
  readonly name: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
}

type Encode = (text: string) => string;

const encodeAll: Encode = encodeURIComponent;
// RFC 6570 §3.2.3: reserved characters and what is already percent-encoded stay. Not so `&` and `#`: they would end
// the value, and what comes after could pass for another parameter.
const encodeUnreserved: Encode = (text) =>
  text.replace(/%[0-9a-f]{2}|%|[^%A-Za-z0-9\-._~:/?[\]@!$'()*+,;=]+/gi, (part) =>
    part.startsWith('%') && part.length === 3 ? part : encodeURIComponent(part),
  );
const asIs: Encode = (text) => text;

const DELIMITERS: Partial<Record<ParameterStyle, string>> = {
  spaceDelimited: '%20',
  pipeDelimited: '%7C',
  tabDelimited: '%09',
};

/** One path argument, without anything that could end the segment; empty for an undefined value. */
export function pathText(parameter: WireParameter, value: unknown): string {
  if (isUndefined(value)) return '';
  switch (parameter.style) {
    case 'label':
      return `.${listed(value, parameter.explode, encodeAll, parameter.explode ? '.' : ',')}`;
    case 'matrix':
      return matrixText(parameter, value);
    default:
      return listed(value, parameter.explode, encodeAll, ',');
  }
}

/** `name=value` pairs of one query or form parameter, ready to be joined with `&`. */
export function queryPairs(parameter: WireParameter, value: unknown): string[] {
  if (isUndefined(value)) return [];
  const encode = parameter.allowReserved ? encodeUnreserved : encodeAll;
  const name = encodeAll(parameter.name);
  if (parameter.style === 'deepObject') return deepPairs(name, value, encode);
  if (!parameter.explode || !isNested(value))
    return [`${name}=${listed(value, false, encode, DELIMITERS[parameter.style] ?? ',')}`];
  if (Array.isArray(value)) return textsOf(value).map((part) => `${name}=${encode(part)}`);
  return entriesOf(value).map(([key, part]) => `${encodeAll(key)}=${encode(part)}`);
}

/** A header's value; headers are not percent-encoded. Undefined for an undefined value. */
export function headerText(parameter: WireParameter, value: unknown): string | undefined {
  return isUndefined(value) ? undefined : listed(value, parameter.explode, asIs, ',');
}

/** `name=value` pairs of one cookie parameter. A reserved `;` would end it, and what comes after pass for another. */
export function cookiePairs(parameter: WireParameter, value: unknown): string[] {
  return queryPairs(parameter.allowReserved ? { ...parameter, allowReserved: false } : parameter, value);
}

function matrixText({ name, explode }: WireParameter, value: unknown): string {
  const key = encodeAll(name);
  if (explode && Array.isArray(value))
    return textsOf(value)
      .map((part) => matrixPair(key, encodeAll(part)))
      .join('');
  if (explode && isItem(value)) {
    return entriesOf(value)
      .map(([part, text]) => matrixPair(encodeAll(part), encodeAll(text)))
      .join('');
  }
  return matrixPair(key, listed(value, false, encodeAll, ','));
}

/** RFC 6570 §3.2.7: without `=` where the value is empty. */
function matrixPair(key: string, text: string): string {
  return text === '' ? `;${key}` : `;${key}=${text}`;
}

function listed(value: unknown, explode: boolean, encode: Encode, delimiter: string): string {
  if (Array.isArray(value)) return textsOf(value).map(encode).join(delimiter);
  if (!isItem(value)) return encode(scalarText(value));
  return entriesOf(value)
    .map(([key, text]) => `${encode(key)}${explode ? '=' : delimiter}${encode(text)}`)
    .join(delimiter);
}

// Brackets are percent-encoded, as RFC 3986 wants them in a query: some servers refuse them raw.
function deepPairs(prefix: string, value: unknown, encode: Encode, depth = 0): string[] {
  if (isUndefined(value)) return [];
  if (isItem(value) && depth < MAX_DEEP) {
    return Object.entries(value).flatMap(([key, part]) =>
      deepPairs(`${prefix}%5B${encodeAll(key)}%5D`, part, encode, depth + 1),
    );
  }
  const texts = Array.isArray(value) ? textsOf(value) : [scalarText(value)];
  return texts.map((text) => `${prefix}=${encode(text)}`);
}

/** Objects deeper than that are written as JSON: OpenAPI defines one level. */
const MAX_DEEP = 20;

function textsOf(list: readonly unknown[]): string[] {
  return list.filter(isDefined).map(scalarText);
}

function entriesOf(value: unknown): [string, string][] {
  return Object.entries(value as Readonly<Record<string, unknown>>)
    .filter(([, part]) => isDefined(part))
    .map(([key, part]) => [key, scalarText(part)]);
}

function scalarText(value: unknown): string {
  return isNested(value) ? stringifyJson(value, 'Parameter') : String(value);
}

function isNested(value: unknown): boolean {
  return Array.isArray(value) || isItem(value);
}

function isDefined(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isUndefined(value: unknown): boolean {
  if (!isDefined(value)) return true;
  if (Array.isArray(value)) return !value.some(isDefined);
  return isItem(value) && !Object.values(value).some(isDefined);
}
