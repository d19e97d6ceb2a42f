import type { Category, Connector, ServiceObject } from '../../model/connector.js';

const FOLDERS: Readonly<Record<Category, string>> = {
  'object-type': 'object-types',
  'system-type': 'system-types',
  'service-operations': 'service-operations',
};

/**
 * The file of each Service Object, by system name: from the connector's folder, without an ending. A type whose
 * schema stands inside another type's, or inside an operation, is in the file of that one. So a file's name depends
 * on nothing but where in the descriptor its own schemas stand.
 *
 * @param connector the whole one: places do not depend on what of it is emitted
 */
export function placeServiceObjects({ serviceObjects }: Connector): ReadonlyMap<string, string> {
  const standing = new Map<string, ServiceObject>();
  for (const object of serviceObjects) {
    if (object.pointer !== undefined) standing.set(object.pointer, object);
    for (const { pointer } of object.methods) if (!standing.has(pointer)) standing.set(pointer, object);
  }
  return new Map(
    serviceObjects.map((object) => {
      const { category, systemName } = ownerOf(object, standing);
      return [object.systemName, `${FOLDERS[category]}/${systemName}`];
    }),
  );
}

/** The Service Object that one stands in, the outermost; itself where it stands alone or has Methods of its own. */
function ownerOf(object: ServiceObject, standing: ReadonlyMap<string, ServiceObject>): ServiceObject {
  let owner = object;
  let around = object.pointer ?? '';
  while (around !== '' && owner.methods.length === 0) {
    around = around.slice(0, around.lastIndexOf('/'));
    owner = standing.get(around) ?? owner;
  }
  return owner;
}
