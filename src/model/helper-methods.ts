import type { MethodType } from './connector.js';
import { SERIALIZED_ARRAY, SERIALIZED_ITEM, SERIALIZED_LIST } from './names.js';

/** In a helper Method's inputs or outputs: all of the type's own Properties. */
export const OWN_PROPERTIES = '*';

/** One of the Methods that work on a type alone and call no service. */
export interface HelperMethod {
  readonly systemName: string;
  readonly displayName: string;
  readonly type: MethodType;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** The helper Methods of every Object and System Type: names, K2 method types, inputs and outputs as in K2. */
export const HELPER_METHODS: readonly HelperMethod[] = [
  {
    systemName: 'Serialize',
    displayName: 'Serialize',
    type: 'read',
    inputs: [OWN_PROPERTIES],
    outputs: [SERIALIZED_ITEM],
  },
  {
    systemName: 'Deserialize',
    displayName: 'Deserialize',
    type: 'read',
    inputs: [SERIALIZED_ITEM],
    outputs: [OWN_PROPERTIES],
  },
  {
    systemName: 'SerializeItemToArray',
    displayName: 'Serialize Item To Array',
    type: 'create',
    inputs: [OWN_PROPERTIES],
    outputs: [SERIALIZED_ARRAY],
  },
  {
    systemName: 'SerializeListToArray',
    displayName: 'Serialize List To Array',
    type: 'read',
    inputs: [SERIALIZED_LIST],
    outputs: [SERIALIZED_ARRAY],
  },
  {
    systemName: 'SerializeAddItemToArray',
    displayName: 'Serialize Add Item To Array',
    type: 'create',
    inputs: [SERIALIZED_ARRAY, OWN_PROPERTIES],
    outputs: [SERIALIZED_ARRAY],
  },
  {
    systemName: 'SerializeRemoveFromArray',
    displayName: 'Serialize Remove From Array',
    type: 'delete',
    inputs: [SERIALIZED_ITEM, SERIALIZED_ARRAY],
    outputs: [SERIALIZED_ARRAY],
  },
  {
    systemName: 'DeserializeArray',
    displayName: 'Deserialize Array',
    type: 'list',
    inputs: [SERIALIZED_ARRAY],
    outputs: [SERIALIZED_ITEM],
  },
  {
    systemName: 'DeserializeTypedArray',
    displayName: 'Deserialize Typed Array',
    type: 'list',
    inputs: [SERIALIZED_ARRAY],
    outputs: [OWN_PROPERTIES],
  },
];
