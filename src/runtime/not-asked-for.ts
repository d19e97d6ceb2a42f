import type { HttpAnswer } from '../http/http-request.js';
import type { AnswerDefinition } from '../model/definition.js';
import type { MethodPlan } from './method-plan.js';

// By its type and by how it begins: some services say of any text that it is HTML.
const PAGE = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i;
const PAGE_BEGIN = /^\s*<(?:!doctype|html|head|body|\?xml|!--)/i;
const JSON_TYPE = /^[^;]*[/+]json\b/i;
const ASKED_FOR_ANYTHING = /\*\/\*|application\/(?:\*|octet-stream)/i;

/**
 * Whether there is a page to log in, or a report of an error, in the place of the text or file that was asked for.
 *
 * @returns what came instead, in words
 */
export function notAskedFor(
  { definition: { accept } }: MethodPlan,
  { headers, body }: HttpAnswer,
  { as }: AnswerDefinition,
): string | undefined {
  const type = headers['content-type'] ?? '';
  const isPage = PAGE.test(type) && PAGE_BEGIN.test(Buffer.from(body.subarray(0, 200)).toString());
  if (!isPage && !(as === 'file' && JSON_TYPE.test(type))) return undefined;
  // What is sent as a file to keep is meant, whatever it is.
  if (/^\s*attachment\b/i.test(headers['content-disposition'] ?? '')) return undefined;
  if (accept === undefined ? as !== 'value' : ASKED_FOR_ANYTHING.test(accept)) return undefined;
  const wanted = isPage ? /html|text\/\*/i : /json/i;
  if (accept !== undefined && wanted.test(accept)) return undefined;
  return `the answer is ${isPage ? 'HTML' : 'JSON'}, which was not asked for`;
}
