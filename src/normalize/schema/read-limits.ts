import type { Writable } from '../../base/writable.js';
import type { Limits } from '../../model/limits.js';
import { type JsonNode, own } from '../tree/json-node.js';

type NumberLimit = Exclude<keyof Limits, 'pattern' | 'uniqueItems'>;

const NUMBERS: readonly NumberLimit[] = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
];

const KEYWORDS: ReadonlySet<string> = new Set<keyof Limits>([...NUMBERS, 'pattern', 'uniqueItems']);

/** Whether a keyword bounds values. */
export function isLimit(keyword: string): boolean {
  return KEYWORDS.has(keyword);
}

/** The keywords that bound values; what is no number, or asks for nothing, is left out. */
export function readLimits(node: JsonNode): Limits | undefined {
  const limits: Writable<Limits> = {};
  for (const key of NUMBERS) {
    const value = own(node, key);
    if (typeof value === 'number' && Number.isFinite(value) && !isIdle(key, value)) limits[key] = value;
  }
  // Swagger 2.0 and OpenAPI 3.0 mark a bound as exclusive by a boolean beside it.
  if (own(node, 'exclusiveMinimum') === true) moveLimit(limits, 'minimum', 'exclusiveMinimum');
  if (own(node, 'exclusiveMaximum') === true) moveLimit(limits, 'maximum', 'exclusiveMaximum');
  const pattern = own(node, 'pattern');
  if (typeof pattern === 'string' && pattern !== '') limits.pattern = pattern;
  if (own(node, 'uniqueItems') === true) limits.uniqueItems = true;
  return Object.keys(limits).length === 0 ? undefined : limits;
}

/** At least nothing: some tools write it everywhere. */
function isIdle(key: NumberLimit, value: number): boolean {
  return value === 0 && (key === 'minLength' || key === 'minItems' || key === 'minProperties');
}

function moveLimit(limits: Writable<Limits>, from: NumberLimit, to: NumberLimit): void {
  const value = limits[from];
  if (value === undefined) return;
  limits[to] = value;
  delete limits[from];
}
