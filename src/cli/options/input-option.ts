import { readFileSync } from 'node:fs';
import { SettingError } from '../../base/errors.js';
import { quoted, visibleText } from '../../base/visible-text.js';
import type { GivenInput } from '../../workspace/execution/coerce-input.js';
import { systemReason } from '../../workspace/system-reason.js';

/**
 * Inputs as they are typed (`name=value`, `name=@file`, `name=@@text` for text that begins with @), on top of
 * those in a file, which holds one JSON object. A file `-` is standard input. No value stands in an error.
 *
 * @throws SettingError USAGE_WRONG
 */
export function inputsOf(
  typed: readonly string[],
  inputsFile: string | undefined,
): Record<string, GivenInput> {
  refuseSecondReading(typed, inputsFile);
  const inputs = new Map<string, [string, GivenInput]>();
  for (const [name, value] of inputsFile === undefined ? [] : inputsIn(inputsFile))
    inputs.set(name.toLowerCase(), [name, { value }]);
  const seen = new Set<string>();
  for (const text of typed) {
    const [name, value] = pairOf(text, '--input');
    if (seen.has(name.toLowerCase())) throw givenTwice(name);
    seen.add(name.toLowerCase());
    inputs.set(name.toLowerCase(), [name, givenInput(value)]);
  }
  return Object.fromEntries(inputs.values());
}

/** Standard input is empty the second time. */
function refuseSecondReading(typed: readonly string[], inputsFile: string | undefined): void {
  const readings = typed.filter((text) => /^[^=]+=@-$/.test(text)).length + (inputsFile === '-' ? 1 : 0);
  if (readings < 2) return;
  const what = 'standard input was named more than once, and can be read once';
  throw wrong('--input', what, 'Use a file for the others');
}

/** `name=value` options → values by name. */
export function pairsOf(typed: readonly string[], option: string): Record<string, string> {
  return Object.fromEntries(typed.map((text) => pairOf(text, option)));
}

function pairOf(text: string, option: string): [string, string] {
  const equals = text.indexOf('=');
  if (equals > 0) return [text.slice(0, equals).trim(), text.slice(equals + 1)];
  throw wrong(option, 'no name with = behind it was given', 'Write it as name=value');
}

function givenInput(value: string): GivenInput {
  if (value.startsWith('@@')) return { text: value.slice(1) };
  return value.startsWith('@') ? { file: value.slice(1) } : { text: value };
}

function inputsIn(file: string): [string, unknown][] {
  const value = jsonIn(file);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
  throw wrong(
    `--inputs ${quoted(file)}`,
    'it holds no JSON object',
    'Write inputs by name: { "name": value }',
  );
}

function jsonIn(file: string): unknown {
  const who = `--inputs ${quoted(file)}`;
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    throw wrong(who, `it could not be read: ${systemReason(cause)}`, 'Name another file', cause);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw wrong(who, 'it is not JSON', 'Write inputs by name: { "name": value }', cause);
  }
}

function givenTwice(name: string): SettingError {
  const advice = `Give each input once, a list as JSON: --input '${visibleText(name)}=["a","b"]'`;
  return wrong('--input', `${quoted(name)} was given twice`, advice);
}

function wrong(who: string, what: string, advice: string, cause?: unknown): SettingError {
  return new SettingError('USAGE_WRONG', { who, what, advice, cause });
}
