import { DescriptorError } from '../../base/errors.js';
import { formatPlace, type Place } from '../../base/place.js';
import type { Problem } from '../../base/problem.js';
import { visibleText } from '../../base/visible-text.js';
import { describeConnector } from '../../describe/describe-connector.js';
import { checkConformance } from '../../load/check-conformance.js';
import { checkDuplicateKeys } from '../../load/check-duplicate-keys.js';
import type { Descriptor } from '../../load/descriptor.js';
import type { Connector } from '../../model/connector.js';
import type { ServiceInstanceSettings } from '../../model/service-instance.js';
import { normalizeDescriptor } from '../../normalize/normalize-descriptor.js';

/** How many Problems the message of a refusal lists. */
const MAX_LISTED = 20;

/** A Problem with its spot in the file. */
export interface PlacedProblem extends Problem {
  readonly place: Place;
}

/** What a descriptor comes to, and everything that was found on the way. */
export interface Described {
  readonly connector: Connector;
  readonly problems: readonly PlacedProblem[];
}

export interface DescribeWith {
  readonly serviceInstance: string;
  readonly settings: ServiceInstanceSettings;
  /** Where the descriptor came from. */
  readonly source: string;
}

/**
 * A loaded descriptor → its Connector, whatever the Problems.
 *
 * @throws DescriptorError DESCRIPTOR_VERSION_UNKNOWN, DESCRIPTOR_UNUSABLE
 */
export function describeDescriptor(descriptor: Descriptor, options: DescribeWith): Described {
  const { normal, problems } = normalizeDescriptor(descriptor);
  const { connector, problems: more } = describeConnector(normal, options);
  return { connector, problems: placed(descriptor, [...problems, ...more]) };
}

/**
 * The same, with what the specification's own schema has to say beside our own Problems.
 *
 * @throws DescriptorError DESCRIPTOR_VERSION_UNKNOWN, DESCRIPTOR_UNUSABLE
 */
export async function describeThoroughly(descriptor: Descriptor, options: DescribeWith): Promise<Described> {
  const { connector, problems } = describeDescriptor(descriptor, options);
  const known = new Set(problems.map(({ pointer }) => pointer));
  const findings = (await checkConformance(descriptor)).filter(({ pointer }) => !known.has(pointer));
  const found = placed(descriptor, [...checkDuplicateKeys(descriptor), ...findings]);
  return { connector, problems: inOrderOfPlace([...problems, ...found]) };
}

/**
 * The same as `describeDescriptor`, where a Problem of severity error leaves nothing sensible to go on with.
 *
 * @throws DescriptorError DESCRIPTOR_UNUSABLE with every such Problem, each with file, line and column
 */
export function describeUsable(descriptor: Descriptor, options: DescribeWith): Described {
  const described = describeDescriptor(descriptor, options);
  const errors = described.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw unusable(descriptor.location, errors);
  return described;
}

/**
 * The same as `describeUsable` for a descriptor that was just loaded: what only another look at its text finds is
 * told now, and not each time it is generated from.
 *
 * @throws DescriptorError DESCRIPTOR_UNUSABLE
 */
export function describeNew(descriptor: Descriptor, options: DescribeWith): Described {
  const { connector, problems } = describeUsable(descriptor, options);
  return { connector, problems: [...problems, ...placed(descriptor, checkDuplicateKeys(descriptor))] };
}

/** The place is worked out when it is asked for: most Problems of most runs are never shown. */
function placed(descriptor: Descriptor, problems: readonly Problem[]): PlacedProblem[] {
  return problems.map((problem) => ({
    ...problem,
    get place(): Place {
      return descriptor.locate(problem.pointer);
    },
  }));
}

/** In the order in which they stand in the descriptor. */
export function inOrderOfPlace(problems: readonly PlacedProblem[]): PlacedProblem[] {
  return problems.map((problem) => ({ ...problem })).sort(byPlace);
}

function byPlace({ place: left }: PlacedProblem, { place: right }: PlacedProblem): number {
  return (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0);
}

function unusable(location: string, errors: readonly PlacedProblem[]): DescriptorError {
  const [first] = errors;
  const place = first === undefined ? {} : { place: first.place };
  if (first !== undefined && errors.length === 1) {
    const { message, advice } = first;
    return new DescriptorError('DESCRIPTOR_UNUSABLE', {
      who: shown(first.place),
      what: message,
      advice,
      ...place,
    });
  }
  const lines = errors
    .slice(0, MAX_LISTED)
    .map((problem) => `\n  ${shown(problem.place)}: ${problem.message}. ${problem.advice}`);
  if (errors.length > MAX_LISTED) lines.push(`\n  and ${errors.length - MAX_LISTED} more`);
  const what = `${errors.length} things in it cannot be used${lines.join('.')}`;
  return new DescriptorError('DESCRIPTOR_UNUSABLE', { who: location, what, ...place });
}

function shown(place: Place): string {
  return visibleText(formatPlace(place));
}
