import { compareText } from '../base/compare-text.js';
import type { Problem } from '../base/problem.js';
import type { Category, Connector, ServiceObject, ValueType } from '../model/connector.js';
import type { ServiceInstanceSettings } from '../model/service-instance.js';
import { partsOfValue } from '../model/value-parts.js';
import type { NormalDescriptor, NormalOperation } from '../normalize/normal-descriptor.js';
import { allocateNames } from './allocate-names.js';
import { describeCredentials } from './describe-credentials.js';
import { describeMethods } from './describe-methods.js';
import { DescribedTypes } from './described-types.js';
import { groupOperations, type OperationGroup } from './group-operations.js';
import { nameKey, safeIdentifierOf } from './identifier.js';
import { eventLeftOut, nameChanged, serviceUrlMissing } from './problems.js';
import { RESERVED_FOR_OBJECTS } from './reserved-names.js';
import { absoluteServiceUrl, registeredServiceUrl, serverVariables, serviceUrlOf } from './service-url.js';
import { describeSystemTypes, type SimpleType, simpleTypeOf } from './system-types.js';
import { type CataloguedType, catalogueTypes } from './type-catalogue.js';

/** What a descriptor is described with, beside itself. */
export interface DescribeOptions {
  /** Name of the Service Instance. */
  readonly serviceInstance: string;
  readonly settings: ServiceInstanceSettings;
  /** Where the descriptor came from: a relative service URL is resolved against it. */
  readonly source: string;
}

/** A Connector, and what was found on the way there. */
export interface DescribedConnector {
  readonly connector: Connector;
  readonly problems: readonly Problem[];
}

/** A descriptor as Service Objects: OpenAPI's words in, K2's words out. */
export function describeConnector(normal: NormalDescriptor, options: DescribeOptions): DescribedConnector {
  const { settings } = options;
  const problems: Problem[] = normal.events.map((event) => eventLeftOut(event.pointer, event));
  const catalogue = catalogueTypes(normal);
  const operations = normal.operations.filter((operation) => settings.includeInternal || !operation.internal);
  const groups = groupsById(groupOperations(operations, normal, settings.placement), namedTypes(catalogue));
  const names = allocateNames(objectWishes(catalogue, groups), RESERVED_FOR_OBJECTS);
  const types = new DescribedTypes(normal, settings, catalogue, names, problems);

  const objects = new Map(types.describeAll().map((object) => [object.systemName, object]));
  for (const [id, group] of groups) {
    const systemName = names.get(id)?.systemName ?? group.name;
    const methods = describeMethods(group.operations, types, settings, problems);
    const object = objects.get(systemName) ?? emptyObject(group, systemName, normal, problems);
    objects.set(systemName, { ...object, methods: [...object.methods, ...methods] });
  }
  const described = [...objects.values()];
  return {
    connector: {
      ...headOf(normal, options, problems),
      serviceObjects: [...described, ...describeSystemTypes(simpleTypesIn(described))].sort(inOrder),
    },
    problems,
  };
}

function headOf(
  normal: NormalDescriptor,
  options: DescribeOptions,
  problems: Problem[],
): Omit<Connector, 'serviceObjects'> {
  const { serviceInstance, settings, source } = options;
  const described = absoluteServiceUrl(serviceUrlOf(normal.servers), source);
  const serviceUrl = registeredServiceUrl(settings.serviceUrl, described);
  if (serviceUrl === undefined || !/^https?:\/\//i.test(serviceUrl))
    problems.push(serviceUrlMissing('', undefined));
  return {
    serviceInstance,
    title: normal.title,
    version: normal.version,
    ...(normal.description === undefined ? {} : { description: normal.description }),
    ...(serviceUrl === undefined ? {} : { serviceUrl }),
    variables: serverVariables(normal.servers),
    settings,
    ...(normal.security.length === 0
      ? {}
      : { credentials: describeCredentials(normal.security, normal.securitySchemes) }),
  };
}

/** Types that a group of operations can join, by name key: K2 does not tell names apart by case. */
function namedTypes(catalogue: ReadonlyMap<string, CataloguedType>): Map<string, CataloguedType> {
  const named = new Map<string, CataloguedType>();
  const candidates = [...catalogue.values()].filter((type) => type.named);
  for (const type of candidates.sort(byName)) {
    const key = nameKey(safeIdentifierOf(type.name));
    if (!named.has(key)) named.set(key, type);
  }
  return named;
}

function byName(left: CataloguedType, right: CataloguedType): number {
  return compareText(left.name, right.name) || compareText(left.pointer, right.pointer);
}

/**
 * Groups by the id of the name they go by: their own, or that of the type they join. One may be known to belong
 * to a type and another only be called like it.
 */
function groupsById(
  groups: readonly OperationGroup[],
  named: ReadonlyMap<string, CataloguedType>,
): Map<string, OperationGroup> {
  const byId = new Map<string, OperationGroup>();
  for (const group of groups) {
    const id = group.pointer ?? named.get(nameKey(safeIdentifierOf(group.name)))?.pointer ?? group.id;
    const known = byId.get(id)?.operations ?? [];
    byId.set(id, { ...group, operations: [...known, ...group.operations] });
  }
  return byId;
}

function objectWishes(
  catalogue: ReadonlyMap<string, CataloguedType>,
  groups: ReadonlyMap<string, OperationGroup>,
): { id: string; name: string }[] {
  const types = Array.from(catalogue.values(), ({ pointer, name }) => ({ id: pointer, name }));
  const loose = [...groups].filter(([id]) => !catalogue.has(id));
  return [...types, ...loose.map(([id, { name }]) => ({ id, name }))];
}

function emptyObject(
  group: OperationGroup,
  systemName: string,
  normal: NormalDescriptor,
  problems: Problem[],
): ServiceObject {
  const tag = normal.tags.find(({ name }) => name === group.name);
  // A group is made by its first operation.
  const pointer = (group.operations[0] as NormalOperation).pointer;
  if (systemName !== safeIdentifierOf(group.name)) {
    problems.push(nameChanged(pointer, { thing: 'the group', wireName: group.name, systemName }));
  }
  return {
    category: group.category,
    systemName,
    displayName: tag?.displayName ?? group.name,
    wireName: group.name,
    ...(tag?.description === undefined ? {} : { description: tag.description }),
    properties: [],
    methods: [],
  };
}

function simpleTypesIn(objects: readonly ServiceObject[]): Set<SimpleType> {
  const found = new Set<SimpleType>();
  const visit = (value: ValueType | undefined): void => {
    if (value === undefined) return;
    const simple = value.kind === 'list' ? simpleTypeOf(value.of) : undefined;
    if (simple !== undefined) found.add(simple);
    for (const part of partsOfValue(value)) visit(part);
  };
  for (const { value, properties, methods } of objects) {
    visit(value);
    for (const property of properties) visit(property.value);
    for (const { inputs, answers } of methods) {
      for (const input of inputs) visit(input.value);
      for (const answer of answers) visit(answer.value);
    }
  }
  return found;
}

const CATEGORIES: readonly Category[] = ['object-type', 'system-type', 'service-operations'];

function inOrder(left: ServiceObject, right: ServiceObject): number {
  const category = CATEGORIES.indexOf(left.category) - CATEGORIES.indexOf(right.category);
  return category || compareText(left.systemName, right.systemName);
}
