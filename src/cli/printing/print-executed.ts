import { visibleText } from '../../base/visible-text.js';
import type { Executed } from '../../workspace/execute-registered-method.js';
import type { ShownRequest } from '../../workspace/execution/show-request.js';
import { counted } from './counted.js';
import type { Paint } from './paint.js';

type Row = Readonly<Record<string, unknown>>;

/** Outputs as `Name: value`, values under each other; rows of a list apart by an empty line. */
export function printExecuted({ outputs }: Executed, paint: Paint): string[] {
  if (!Array.isArray(outputs)) return printRow(outputs as Row, paint);
  return (outputs as readonly Row[]).flatMap((row, index) => [
    ...(index === 0 ? [] : ['']),
    ...printRow(row, paint),
  ]);
}

function printRow(row: Row, paint: Paint): string[] {
  const pairs = Object.entries(row).filter(([, value]) => value !== undefined);
  const width = Math.max(0, ...pairs.map(([name]) => visibleText(name).length)) + 2;
  return pairs.flatMap(([name, value]) => {
    const label = `${visibleText(name)}:`;
    const [first = '', ...more] = valueLines(value);
    const padded = paint.dim(label) + ' '.repeat(width - label.length);
    return [`${padded}${first}`.trimEnd(), ...more.map((line) => ' '.repeat(width) + line)];
  });
}

/** A value whole, with its own line breaks kept. */
function valueLines(value: unknown): string[] {
  return textOf(value)
    .split(/\r\n|\r|\n/)
    .map(visibleText);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (isFile(value)) return fileText(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

interface FileOutput {
  readonly name?: string;
  readonly contentType?: string;
  readonly content: Uint8Array;
}

function isFile(value: unknown): value is FileOutput {
  return (
    typeof value === 'object' && value !== null && 'content' in value && value.content instanceof Uint8Array
  );
}

function fileText({ name, contentType, content }: FileOutput): string {
  return [name, contentType, counted(content.byteLength, 'byte')]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** `VERB url`, headers, an empty line, body. */
export function printRequest({ verb, url, headers, body }: ShownRequest, paint: Paint): string[] {
  const headerLines = Object.entries(headers).map(
    ([name, value]) => `${paint.dim(`${visibleText(name)}:`)} ${visibleText(value)}`,
  );
  const bodyLines =
    body === undefined
      ? []
      : ['', ...(typeof body === 'string' ? valueLines(body) : [counted(body.bytes, 'byte')])];
  return [`${paint.bold(visibleText(verb))} ${visibleText(url)}`, ...headerLines, ...bodyLines];
}
