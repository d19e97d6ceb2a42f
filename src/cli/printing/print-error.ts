import { ResponseError, RestBrokerError } from '../../base/errors.js';
import { formatPlace } from '../../base/place.js';
import { visibleText } from '../../base/visible-text.js';
import type { Paint } from './paint.js';

const REPORT_AT = 'Please report it, with the lines above and how to make it happen again.';

/** What went wrong, as its message says it; a fault of ours with all that is needed to find it. */
export function printError(error: unknown, paint: Paint): string[] {
  if (!(error instanceof RestBrokerError)) return printOurFault(error, paint);
  const lines = visibleLines(placedMessage(error));
  const [first = '', ...more] = lines;
  const answer = error instanceof ResponseError ? printAnswer(error, paint) : [];
  return [`${paint.red('error')}${paint.dim(`[${error.code}]`)}: ${first}`, ...more, ...answer];
}

/** Most messages begin with their place already. */
function placedMessage({ message, place }: RestBrokerError): string {
  if (place?.line === undefined) return message;
  const at = formatPlace(place);
  if (message.includes(visibleText(at))) return message;
  const file = `${visibleText(place.document)}: `;
  return `${at}: ${message.startsWith(file) ? message.slice(file.length) : message}`;
}

function printAnswer({ body }: ResponseError, paint: Paint): string[] {
  return body.trim() === '' ? [] : ['', ...visibleLines(body.trim()).map((line) => paint.dim(`  ${line}`))];
}

function printOurFault(error: unknown, paint: Paint): string[] {
  const what = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
  return [`${paint.red('error')}: this is our fault, not yours.`, '', ...visibleLines(what), '', REPORT_AT];
}

function visibleLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map(visibleText);
}

/** `{ error: { code, name, message, file?, line?, column?, HttpResponseCode?, headers?, body? } }` */
export function errorJson(error: unknown): object {
  if (!(error instanceof RestBrokerError)) {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    return { error: { code: 'OUR_FAULT', name, message } };
  }
  const { code, name, message, place } = error;
  const at = place === undefined ? {} : { file: place.document, line: place.line, column: place.column };
  return { error: { code, name, message, ...at, ...answerOf(error) } };
}

function answerOf(error: RestBrokerError): object {
  if (!(error instanceof ResponseError)) return {};
  const { HttpResponseCode, headers, body } = error;
  return { HttpResponseCode, headers, body };
}
