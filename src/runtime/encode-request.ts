import { InputError } from '../base/errors.js';
import type { HttpRequest } from '../http/http-request.js';
import { StreamedBody } from '../http/streamed-body.js';
import type { CheckedInput, CheckedInputs } from './check-inputs.js';
import type { EncodedForm } from './encode-form.js';
import { cookiePairs, headerText, pathText, queryPairs } from './encode-parameter.js';
import { contentOf, type FileContent, sentTypeOf } from './file-input.js';
import { readHttpHeaders } from './http-headers.js';
import { stringifyJson } from './json-text.js';
import type { MethodPlan, PlannedInput } from './method-plan.js';
import type { ServiceAddress } from './service-url.js';
import { checkedText, isWellFormed, wellFormed } from './well-formed.js';

/** A request without credentials, its headers apart by where they come from. */
export interface EncodedRequest extends HttpRequest {
  /** `accept` and `content-type` as described: what the caller or the registration says goes before them. */
  readonly headers: Readonly<Record<string, string>>;
  /** From `header` inputs. */
  readonly inputHeaders: Readonly<Record<string, string>>;
  /** From `cookie` inputs, `name=value`. */
  readonly cookies: readonly string[];
  /** The body can be read with exactly this content type: a multipart boundary is part of it. */
  readonly fixedContentType?: string;
}

/**
 * Checked inputs → the request, still without credentials. Pure.
 *
 * @throws InputError `INPUT_INVALID` for a path argument that would leave its segment, for a header that HTTP does
 *   not allow, for text that is not well-formed Unicode
 */
export async function encodeRequest(
  plan: MethodPlan,
  inputs: CheckedInputs,
  address: ServiceAddress,
): Promise<EncodedRequest> {
  const headers: Record<string, string> = { accept: plan.definition.accept ?? 'application/json' };
  const parts: Parts = { query: [], headers: {}, cookies: [] };
  let body: string | FileContent | undefined;
  for (const [index, input] of plan.inputs.entries()) {
    const given = inputs[index];
    if (given === undefined) continue;
    if (input.in === 'body') {
      headers['content-type'] = contentTypeOf(input, given);
      body = bodyOf(plan, input, given);
    } else wellFormed(whoOf(plan, input), () => addParameter(plan, parts, input, given));
  }
  const form = plan.definition.form === undefined ? undefined : await formOf(plan, inputs);
  if (form !== undefined) {
    headers['content-type'] = form.contentType;
    body = form.body;
  }
  if (body instanceof StreamedBody) headers['content-length'] = String(body.byteLength);
  const query = parts.query.length === 0 ? '' : `?${parts.query.join('&')}`;
  return {
    verb: plan.definition.verb,
    origin: address.origin,
    path: address.basePath + pathOf(plan, inputs) + query,
    headers,
    inputHeaders: parts.headers,
    cookies: parts.cookies,
    ...(body === undefined ? {} : { body }),
    ...(form?.contentType.startsWith('multipart/') ? { fixedContentType: form.contentType } : {}),
  };
}

/** Few Methods have a form: what writes it is loaded for the first one. */
async function formOf(plan: MethodPlan, inputs: CheckedInputs): Promise<EncodedForm> {
  const { encodeForm } = await import('./encode-form.js');
  return encodeForm(plan, inputs);
}

interface Parts {
  readonly query: string[];
  readonly headers: Record<string, string>;
  readonly cookies: string[];
}

function addParameter(plan: MethodPlan, parts: Parts, input: PlannedInput, given: CheckedInput): void {
  const value = parameterValue(input, given);
  if (input.in === 'query') parts.query.push(...queryPairs(input, value));
  else if (input.in === 'cookie') parts.cookies.push(...cookiePairs(input, value));
  else if (input.in === 'header') {
    const text = headerText(input, value);
    if (text === undefined) return;
    Object.assign(parts.headers, readHttpHeaders([{ Name: input.name, Value: text }], whoOf(plan, input)));
  }
}

/** A parameter with a media type of its own is sent as one text. */
function parameterValue({ mediaType, systemName }: PlannedInput, { value, text }: CheckedInput): unknown {
  if (mediaType === undefined) return value;
  if (text !== undefined) return text;
  return typeof value === 'string' && !isJson(mediaType) ? value : stringifyJson(value, systemName);
}

function pathOf(plan: MethodPlan, inputs: CheckedInputs): string {
  let path = '';
  for (const piece of plan.path) {
    path += piece.text;
    if (piece.input === undefined) continue;
    path += segmentText(plan, plan.inputs[piece.input] as PlannedInput, inputs[piece.input]);
  }
  if (!path.startsWith('/')) path = `/${path}`;
  // `..` made of several arguments, or of an argument and the template's own dots.
  if (DOT_SEGMENT.test(path)) throw leavesItsSegment(`${plan.who}, path`);
  return path;
}

function segmentText(plan: MethodPlan, input: PlannedInput, given: CheckedInput | undefined): string {
  if (given === undefined) throw leavesItsSegment(whoOf(plan, input));
  const text = wellFormed(whoOf(plan, input), () => pathText(input, parameterValue(input, given)));
  // A URL parser takes `.`, `..` and nothing at all as a way to another resource (WHATWG URL §4.4).
  if (text === '' || DOT_SEGMENT.test(`/${text}`)) throw leavesItsSegment(whoOf(plan, input));
  return text;
}

/** Dots and slashes also where a server between decodes once more than it should: `%252e` was `%2e` in the argument. */
const DOT_SEGMENT = /(?:\/|%(?:25)*(?:2f|5c))(?:\.|%(?:25)*2e){1,2}(?:\/|%(?:25)*(?:2f|5c)|$)/i;

function leavesItsSegment(who: string): InputError {
  return new InputError('INPUT_INVALID', {
    who,
    what: 'it is empty or has `.` or `..` between slashes, which would call another address',
    advice: 'Pass the id itself',
  });
}

function whoOf(plan: MethodPlan, input: PlannedInput): string {
  return `${plan.who}, input ${input.systemName}`;
}

function contentTypeOf({ type, mediaType }: PlannedInput, { value }: CheckedInput): string {
  if (type === 'File' && value !== null) return sentTypeOf(value, mediaType);
  if (mediaType === undefined) return 'application/json';
  // Many services take text for Latin 1 where nothing says that it is UTF-8 (RFC 6657 §3 leaves it open).
  const isUnclear =
    /^text\/(?!.*;\s*charset=)/i.test(mediaType) && typeof value === 'string' && NO_ASCII.test(value);
  return isUnclear ? `${mediaType};charset=utf-8` : mediaType;
}

const NO_ASCII = /[^\u0000-\u007f]/;

function bodyOf(plan: MethodPlan, input: PlannedInput, given: CheckedInput): string | FileContent {
  const { value, text } = given;
  if (input.type === 'File' && value !== null) return contentOf(value);
  const isPlain = input.mediaType !== undefined && !isJson(input.mediaType);
  if (isPlain && typeof value === 'string') return checkedText(text ?? value, whoOf(plan, input));
  return text !== undefined && isWellFormed(text) ? text : stringifyJson(value, plan.who);
}

function isJson(mediaType: string): boolean {
  return /json|\*\/\*/i.test(mediaType);
}
