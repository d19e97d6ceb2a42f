import { githubReport } from './github-report.js';
import { jsonReport } from './json-report.js';
import { junitReport } from './junit-report.js';
import { markdownReport } from './markdown-report.js';
import type { Report, ReportFormat } from './report.js';
import { sarifReport } from './sarif-report.js';

const PRINTERS: Readonly<Record<ReportFormat, (report: Report) => string>> = {
  json: jsonReport,
  github: githubReport,
  markdown: markdownReport,
  junit: junitReport,
  sarif: sarifReport,
};

/** A report as the text of a format, without a line break at its end. The same report gives the same text. */
export function printReport(report: Report, format: ReportFormat): string {
  return PRINTERS[format](report);
}
