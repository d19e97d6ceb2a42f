import type { Descriptor, JsonTree } from '../../src/load/descriptor.js';

/** A Descriptor around a tree, as `load/` would hand it over. */
export function descriptorOf(document: { readonly [key: string]: JsonTree }): Descriptor {
  return {
    location: 'test.json',
    document,
    text: '',
    format: 'json',
    sha256: '',
    locate: (pointer) => ({ document: 'test.json', pointer }),
  };
}
