import type { ErrorCode } from '../base/errors.js';
import { ResponseError } from '../base/errors.js';
import { quoted, visibleText } from '../base/visible-text.js';
import type { HttpAnswer } from '../http/http-request.js';
import type { AnswerDefinition, MethodDefinition } from '../model/definition.js';
import { fitsOnWire, WORDS } from './cells.js';
import { charsetOf } from './charset-of.js';
import { parseExact } from './exact-number.js';
import { fileNameIn } from './file-name-in.js';
import { type ReadText, readWithText } from './json-text.js';
import { maskHeaders, maskSecrets } from './mask-secrets.js';
import type { MethodPlan } from './method-plan.js';
import { notAskedFor } from './not-asked-for.js';
import { isItem, kindOf } from './read-serialized.js';
import type { RecordShape } from './record.js';
import type { PlainText } from './text-walk.js';

/** Longest answer text that an error keeps, in characters. */
const MAX_KEPT = 64 * 1024;

/** An answer taken apart: which definition it follows, and its JSON value, text or bytes. */
export interface DecodedAnswer {
  readonly codes: string;
  readonly definition: AnswerDefinition;
  readonly value: unknown;
  /** The texts of a JSON value and its parts, where they can be had from the answer's text. */
  readonly plain?: PlainText | undefined;
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/**
 * A success answer → its value, by the descriptor's promise for that code.
 *
 * @param decimalOf what becomes of a decimal that no number holds
 * @throws ResponseError `RESPONSE_MALFORMED` when the body is not what was promised: never a wrong result
 */
export function decodeAnswer(
  plan: MethodPlan,
  answer: HttpAnswer,
  secrets: readonly string[],
  decimalOf?: (digits: string) => unknown,
): DecodedAnswer {
  const [codes, definition] = promised(plan.definition, answer.status);
  if (hasNoContent(plan, answer, definition))
    return { codes, definition: { as: 'nothing' }, value: undefined };
  if (definition.as === 'file' || definition.as === 'text' || definition.as === 'value') {
    const unasked = notAskedFor(plan, answer, definition);
    if (unasked !== undefined) throw responseError(plan, 'RESPONSE_MALFORMED', unasked, answer, secrets);
  }
  if (definition.as === 'file') return { codes, definition, value: fileOf(answer) };
  const text = textOf(plan, answer, secrets);
  if (definition.as === 'text') return { codes, definition, value: text };
  if (definition.as === 'value' && definition.type === 'Text' && !looksJson(answer))
    return { codes, definition, value: text };
  const malformed = (what: string): ResponseError =>
    responseError(plan, 'RESPONSE_MALFORMED', what, answer, secrets);
  const { value, plain, isExact } = jsonOf(text, answer.status, malformed);
  const fault = faultIn(value, definition, plan.records.get(codes));
  if (fault !== undefined) throw malformed(fault);
  if (decimalOf === undefined || !isExact) return { codes, definition, value, plain };
  // Read once more, now that it is known that such a decimal stands where a decimal was promised.
  return { codes, definition, value: parseExact(text, decimalOf) };
}

/** The text of an answer without success, for errors and for `HttpResponseContent`: as well as it can be read. */
export function textOfAnswer(answer: HttpAnswer): string {
  try {
    return new TextDecoder(charsetOf(answer)).decode(answer.body);
  } catch {
    return new TextDecoder().decode(answer.body);
  }
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** @returns the error for an answer that is not success, or not what was promised */
export function responseError(
  plan: MethodPlan,
  code: ErrorCode,
  what: string,
  answer: HttpAnswer,
  secrets: readonly string[],
  cause?: unknown,
): ResponseError {
  return new ResponseError(code, {
    who: plan.who,
    // It may tell of what the service said, which may be what it was told.
    what: `${maskSecrets(what, secrets)} (${plan.definition.verb} ${visibleText(plan.definition.path)})`,
    advice: 'Its HttpResponseCode, headers and body are on this error',
    HttpResponseCode: answer.status,
    headers: maskHeaders(answer.headers, secrets),
    // Masked before it is cut: half a secret would not be known.
    body: maskSecrets(textOfAnswer(answer), secrets).slice(0, MAX_KEPT),
    cause,
  });
}

function promised(definition: MethodDefinition, status: number): [string, AnswerDefinition] {
  const { answers } = definition;
  for (const codes of [String(status), `${Math.floor(status / 100)}XX`, 'default']) {
    const answer = Object.hasOwn(answers, codes) ? answers[codes] : undefined;
    if (answer !== undefined) return [codes, answer];
  }
  // Success under a code that the descriptor does not list: nothing is known of its form.
  return [String(status), { as: 'text' }];
}

function hasNoContent(plan: MethodPlan, answer: HttpAnswer, definition: AnswerDefinition): boolean {
  if (definition.as === 'nothing' || answer.status === 204 || answer.status === 205) return true;
  if (plan.definition.verb.toUpperCase() === 'HEAD') return true;
  return answer.body.length === 0 && definition.as === 'text';
}

function fileOf({ headers, body }: HttpAnswer): unknown {
  const name = fileNameIn(headers['content-disposition'] ?? '');
  return { name, contentType: headers['content-type'], content: body };
}

function looksJson(answer: HttpAnswer): boolean {
  return /[/+]json\b/i.test(answer.headers['content-type'] ?? 'application/json');
}

function textOf(plan: MethodPlan, answer: HttpAnswer, secrets: readonly string[]): string {
  const charset = charsetOf(answer);
  try {
    const decoder = /^utf-?8$/i.test(charset) ? UTF_8 : new TextDecoder(charset, { fatal: true });
    return decoder.decode(answer.body);
  } catch (cause) {
    throw responseError(
      plan,
      'RESPONSE_MALFORMED',
      `the answer is not text in ${quoted(charset)}`,
      answer,
      secrets,
      // An unknown charset is told in the message of its error as it is.
      cause instanceof RangeError ? undefined : cause,
    );
  }
}

function jsonOf(text: string, status: number, malformed: (what: string) => ResponseError): ReadText {
  try {
    return readWithText(text);
  } catch {
    // The cause is not kept: its message quotes the answer, which may echo a secret.
    const what = text.trim() === '' ? 'the answer is empty' : 'the answer is not JSON';
    throw malformed(`${what}, though the service answered ${status}`);
  }
}

/** What keeps a JSON value from being what was promised; null is taken anywhere. */
function faultIn(
  value: unknown,
  definition: AnswerDefinition,
  shape: RecordShape | undefined,
): string | undefined {
  if (value === null) return undefined;
  switch (definition.as) {
    case 'array':
      return Array.isArray(value) ? undefined : `the answer should be an array, but is ${kindOf(value)}`;
    case 'record':
      if (!isItem(value)) return `the answer should be one item, but is ${kindOf(value)}`;
      return prefixed(shape?.faultIn(value));
    case 'value':
      if (fitsOnWire(value, definition.type)) return undefined;
      return `the answer should be ${WORDS[definition.type]}, but is ${kindOf(value)}`;
    default:
      return undefined;
  }
}

function prefixed(fault: string | undefined): string | undefined {
  return fault === undefined ? undefined : `the answer is of another form: ${fault}`;
}
