import {
  FILE,
  HTTP_RESPONSE_CODE,
  HTTP_RESPONSE_CONTENT,
  HTTP_RESPONSE_HEADERS,
  SERIALIZED_ARRAY,
  SERIALIZED_ITEM,
  VALUE,
} from '../model/names.js';
import { cellOf } from './cells.js';
import type { DecodedAnswer } from './decode-answer.js';
import { stringifyJson } from './json-text.js';
import type { MethodPlan } from './method-plan.js';
import { isItem } from './read-serialized.js';

/** A decoded answer → the Method's own outputs, nested values as Serialized text. Pure. */
export function shapeOutputs(
  plan: MethodPlan,
  { codes, definition, value, plain }: DecodedAnswer,
): Record<string, unknown> {
  if (value === undefined || (value === null && definition.as !== 'value')) return {};
  switch (definition.as) {
    case 'record':
      return isItem(value) ? (plan.records.get(codes)?.rowOf(value, plan.who, plain?.nested) ?? {}) : {};
    case 'item':
      return { [SERIALIZED_ITEM]: plain?.whole ?? stringifyJson(value, plan.who) };
    case 'array':
      return { [SERIALIZED_ARRAY]: plain?.whole ?? stringifyJson(value, plan.who) };
    case 'value':
      return { [VALUE]: cellOf(value, definition.type, plan.who) };
    case 'text':
      return { [HTTP_RESPONSE_CONTENT]: value };
    case 'file':
      return { [FILE]: value };
    case 'nothing':
      return {};
  }
}

/** The outputs that every Method has, whatever was answered. */
export function httpOutputs(
  status: number,
  headers: Readonly<Record<string, string>>,
  withHeaders: boolean,
): Record<string, unknown> {
  const outputs: Record<string, unknown> = { [HTTP_RESPONSE_CODE]: status };
  if (withHeaders) {
    const items = Object.entries(headers).map(([Name, Value]) => ({ Name, Value }));
    outputs[HTTP_RESPONSE_HEADERS] = JSON.stringify(items);
  }
  return outputs;
}
