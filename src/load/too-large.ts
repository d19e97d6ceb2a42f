import type { LoadLimits } from './load-limits.js';
import { SourceFailure } from './source-failure.js';

const WHAT: Record<keyof LoadLimits, (limit: string) => string> = {
  maxBytes: (limit) => `holds more than ${limit} bytes`,
  maxDepth: (limit) => `is nested deeper than ${limit} levels`,
  maxNodes: (limit) => `holds more than ${limit} values`,
  maxYamlNodes: (limit) => `holds more than ${limit} values with its YAML aliases written out`,
  maxFiles: (limit) => `leads to one file too many: no more than ${limit} are read`,
};

/** The failure of something that went over a limit, naming the option that raises it. */
export function tooLarge(option: keyof LoadLimits, limits: LoadLimits): SourceFailure {
  const what = WHAT[option](limits[option].toLocaleString('en-US'));
  const advice = `If that is meant to be so, raise limits.${option}; for a command with REST_BROKER_LIMITS=${option}=number`;
  return new SourceFailure('DESCRIPTOR_TOO_LARGE', what, advice);
}
