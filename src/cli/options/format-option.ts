import { Option } from 'commander';
import { SettingError } from '../../base/errors.js';
import type { ReportFormat } from '../../report/report.js';
import type { CommonOptions } from '../run-command.js';

/** How a command that reports is to print: for people, or for a pipeline. */
export type OutputFormat = 'text' | ReportFormat;

const FORMATS: readonly OutputFormat[] = ['text', 'json', 'github', 'markdown', 'junit', 'sarif'];

export interface FormatOptions extends CommonOptions {
  readonly format?: OutputFormat;
}

export function formatOption(): Option {
  return new Option('--format <format>', 'how to print the answer (default: text)').choices([...FORMATS]);
}

/**
 * What `--format` and the `--json` of every command come to.
 *
 * @throws SettingError USAGE_WRONG when they contradict each other
 */
export function formatOf({ format, json }: FormatOptions): OutputFormat {
  if (json !== true) return format ?? 'text';
  if (format === undefined || format === 'json') return 'json';
  throw new SettingError('USAGE_WRONG', {
    who: '--format',
    what: `${format} and --json were asked for at once`,
    advice: 'Leave out one of them',
  });
}
