import { printReport } from '../../report/print-report.js';
import type { Report } from '../../report/report.js';
import type { OutputFormat } from '../options/format-option.js';
import type { CommandContext } from '../run-command.js';
import type { Paint } from './paint.js';

/** Prints what a command found out: for people, or in one of the formats of reports. */
export function printInFormat(
  { terminal }: Pick<CommandContext, 'terminal'>,
  format: OutputFormat,
  product: { readonly lines: (paint: Paint) => readonly string[]; readonly report: () => Report },
): void {
  terminal.print(format === 'text' ? product.lines(terminal.paint) : [printReport(product.report(), format)]);
}
