import { compareText } from '../base/compare-text.js';
import type { Category } from '../model/connector.js';
import type { Placement } from '../model/service-instance.js';
import type { NormalDescriptor, NormalOperation } from '../normalize/normal-descriptor.js';
import type { NormalSchema } from '../normalize/normal-schema.js';
import { nameKey, safeIdentifierOf } from './identifier.js';
import { groupNameOf } from './method-name.js';
import { isSuccess } from './success-answers.js';
import { isInlineType } from './type-catalogue.js';

/** Operations that become the Methods of one Service Object. */
export interface OperationGroup {
  readonly id: string;
  readonly name: string;
  /** The type that carries them, where it is known and not only named. */
  readonly pointer?: string;
  /** Of the Service Object, where the group makes its own. */
  readonly category: Category;
  readonly operations: readonly NormalOperation[];
}

/** Where operations without a tag and without a telling path go. */
const NAMELESS = 'ServiceOperations';

/**
 * Operations by the Service Object that carries them: the one their tag names, or, with placement `response`,
 * the type they answer (K2 is known to do both).
 */
export function groupOperations(
  operations: readonly NormalOperation[],
  normal: NormalDescriptor,
  placement: Placement,
): OperationGroup[] {
  const groups = new Map<
    string,
    { group: Omit<OperationGroup, 'operations'>; operations: NormalOperation[] }
  >();
  for (const operation of operations) {
    const group =
      (placement === 'response' ? byAnswer(operation, normal) : undefined) ?? byTag(operation, placement);
    const known = groups.get(group.id) ?? { group, operations: [] };
    known.operations.push(operation);
    groups.set(group.id, known);
  }
  return Array.from(groups.values(), ({ group, operations: own }) => ({
    ...group,
    // The same name whichever of two spellings comes first in the descriptor.
    name: group.pointer === undefined ? (own.map(nameOf).sort(compareText)[0] ?? group.name) : group.name,
    operations: own,
  }));
}

function byTag(operation: NormalOperation, placement: Placement): Omit<OperationGroup, 'operations'> {
  const name = nameOf(operation);
  const category = placement === 'response' || name === NAMELESS ? 'service-operations' : 'object-type';
  return { id: `group ${nameKey(safeIdentifierOf(name))}`, name, category };
}

function nameOf(operation: NormalOperation): string {
  return groupNameOf(operation) ?? NAMELESS;
}

function byAnswer(
  operation: NormalOperation,
  normal: NormalDescriptor,
): Omit<OperationGroup, 'operations'> | undefined {
  const success = operation.answers.find(isSuccess);
  const schema = success?.contents[0]?.schema;
  const pointer = schema === undefined ? undefined : pointerOfType(schema, normal);
  return pointer === undefined ? undefined : { id: pointer, name: pointer, pointer, category: 'object-type' };
}

/** The type itself, or the one it is an array of. */
function pointerOfType(schema: NormalSchema, normal: NormalDescriptor): string | undefined {
  if (schema.kind === 'array') return pointerOfType(schema.items, normal);
  if (schema.kind === 'reference') return normal.schemas.has(schema.key) ? schema.key : undefined;
  return isInlineType(schema) ? schema.pointer : undefined;
}
