import { quoted } from '../base/visible-text.js';
import type { Connector, Property, ServiceObject } from '../model/connector.js';
import type { Change, ChangeEnd } from './change.js';
import { CHANGE_SEVERITIES, type ChangeCode } from './change-kinds.js';
import { compareTypes, isWholeAboutNull } from './compare-types.js';
import { worse } from './judge-types.js';
import { makeChange } from './make-change.js';
import { isNumbered } from './matching/match-alternatives.js';
import type { MatchedMethods, MethodPair } from './matching/match-methods.js';
import type { TypeFinding } from './type-finding.js';
import { type TypeUse, TypeUses } from './type-use.js';
import type { Comparing } from './values/comparing.js';
import { shownValue } from './values/shown-value.js';
import { isInline } from './values/types-by-name.js';

/** What became of each Service Object, its Methods aside. */
export function compareServiceObjects(
  before: Connector,
  after: Connector,
  methods: MatchedMethods,
  comparing: Comparing,
): Change[] {
  const successors = successorsOf(before, after, methods, comparing);
  const uses = new TypeUses(
    comparing.before,
    methods.pairs.map((pair) => pair.before),
  );
  const later = new Map(after.serviceObjects.map((object) => [object.systemName, object]));
  const earlier = new Set(before.serviceObjects.map(({ systemName }) => systemName));
  const taken = new Set(successors.values());
  const come = after.serviceObjects.filter(
    ({ systemName }) => !earlier.has(systemName) && !taken.has(systemName),
  );
  return [
    ...come.flatMap(comeChange),
    ...before.serviceObjects.flatMap((was) => {
      const is = later.get(successors.get(was.systemName) ?? '');
      return is === undefined ? goneChange(was) : keptChanges(was, is, uses, comparing);
    }),
  ];
}

/** Which Service Object takes whose place: types as they are paired, groups by their Methods. */
function successorsOf(
  before: Connector,
  after: Connector,
  { pairs }: MatchedMethods,
  { paired }: Comparing,
): Map<string, string> {
  const names = new Set(after.serviceObjects.map(({ systemName }) => systemName));
  const earlier = new Set(before.serviceObjects.map(({ systemName }) => systemName));
  const numbered = new Set(before.serviceObjects.filter(isNumbered).map(({ systemName }) => systemName));
  const homes = homesOf(pairs);
  const successors = new Map<string, string>();
  for (const { systemName } of before.serviceObjects) {
    const [home, ...more] = homes.get(systemName) ?? [];
    // Methods that join a group which was there before do not make it another one.
    const heir = home !== undefined && more.length === 0 && !earlier.has(home) ? home : undefined;
    const same = names.has(systemName) && !numbered.has(systemName) ? systemName : undefined;
    const successor = paired.get(systemName) ?? same ?? heir;
    if (successor !== undefined) successors.set(systemName, successor);
  }
  return successors;
}

/** Where the Methods of each Service Object are now. */
function homesOf(pairs: readonly MethodPair[]): Map<string, Set<string>> {
  const homes = new Map<string, Set<string>>();
  for (const { before, after } of pairs) {
    const known = homes.get(before.object);
    if (known === undefined) homes.set(before.object, new Set([after.object]));
    else known.add(after.object);
  }
  return homes;
}

/** Of an inline type, what uses it tells that it came or went. */
function comeChange(object: ServiceObject): Change[] {
  if (isInline(object)) return [];
  const code = object.category === 'system-type' ? 'system-type-added' : 'service-object-added';
  return [makeChange({ code }, { after: objectEnd(object) })];
}

function goneChange(object: ServiceObject): Change[] {
  if (isInline(object)) return [];
  const code = object.category === 'system-type' ? 'system-type-removed' : 'service-object-removed';
  return [makeChange({ code }, { before: objectEnd(object) })];
}

function keptChanges(
  before: ServiceObject,
  after: ServiceObject,
  uses: TypeUses,
  comparing: Comparing,
): Change[] {
  const ends = { before: objectEnd(before), after: objectEnd(after) };
  const told = { was: quoted(before.systemName), is: quoted(after.systemName) };
  const renamed =
    before.systemName === after.systemName
      ? []
      : [makeChange({ code: 'service-object-renamed', ...told }, ends)];
  return [...renamed, ...typeChanges(before, after, uses, comparing)];
}

function typeChanges(
  before: ServiceObject,
  after: ServiceObject,
  uses: TypeUses,
  comparing: Comparing,
): Change[] {
  const ends = { before: objectEnd(before), after: objectEnd(after) };
  if (before.value === undefined && after.value === undefined) return [];
  if (before.value === undefined || after.value === undefined) {
    const code = before.value === undefined ? 'service-object-typed' : 'service-object-retyped';
    return [makeChange({ code, was: shownType(before), is: shownType(after) }, ends)];
  }
  const use = uses.useOf(before.systemName);
  return compareTypes(before, after, comparing).flatMap((finding) => {
    // Whether an inline object may be null is told where it stands.
    if (isWholeAboutNull(finding) && isInline(after)) return [];
    return typeChange(finding, use, before, after);
  });
}

function shownType({ value }: ServiceObject): string {
  return value === undefined ? 'no type' : shownValue(value);
}

function typeChange(
  finding: TypeFinding,
  use: TypeUse,
  before: ServiceObject,
  after: ServiceObject,
): Change[] {
  const { sent, answered, before: was, after: is, answeredTold, ...told } = finding;
  const code = graver(use.sent ? sent : undefined, use.answered ? answered : undefined);
  if (code === undefined) return [];
  const isWhole = was === undefined && is === undefined;
  const change = makeChange(
    { ...told, ...(code === answered && code !== sent ? answeredTold : {}), code },
    {
      ...(was === undefined && !isWhole ? {} : { before: endOf(before, was) }),
      ...(is === undefined && !isWhole ? {} : { after: endOf(after, is) }),
    },
  );
  return [use.methods.length === 0 ? change : { ...change, methods: use.methods }];
}

/** Of what one change means in the two directions, what is worse for a caller. */
function graver(sent: ChangeCode | undefined, answered: ChangeCode | undefined): ChangeCode | undefined {
  if (sent === undefined || answered === undefined) return sent ?? answered;
  const severity = CHANGE_SEVERITIES[sent];
  return worse(severity, CHANGE_SEVERITIES[answered]) === severity ? sent : answered;
}

function endOf(object: ServiceObject, property: Property | undefined): ChangeEnd {
  if (property === undefined) return objectEnd(object);
  const subject = { part: 'property', object: object.systemName, property: property.systemName } as const;
  return property.pointer === undefined ? { subject } : { subject, pointer: property.pointer };
}

/** A group of operations stands nowhere by itself. */
function objectEnd({ systemName, pointer }: ServiceObject): ChangeEnd {
  const subject = { part: 'service-object', object: systemName } as const;
  return pointer === undefined ? { subject } : { subject, pointer };
}
