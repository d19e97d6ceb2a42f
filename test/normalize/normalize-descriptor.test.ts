import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DescriptorError } from '../../src/base/errors.js';
import type { JsonTree } from '../../src/load/descriptor.js';
import { normalizeDescriptor } from '../../src/normalize/normalize-descriptor.js';
import { descriptorOf } from './descriptor-of.js';

type Tree = { readonly [key: string]: JsonTree };

const PATHS: Tree = { '/a': { get: { responses: { 200: { description: 'OK' } } } } };

describe('the version', () => {
  test.each([
    ['2.0', { swagger: '2.0' }],
    ['2.0', { swagger: 2 }],
    ['3.0', { openapi: '3.0.4' }],
    ['3.0', { openapi: 3 }],
    ['3.1', { openapi: '3.1.0' }],
    ['3.1', { openapi: 3.1 }],
    ['3.2', { openapi: '3.2.0' }],
  ])('%s is what %j says', (dialect, version) => {
    expect(normalizeDescriptor(descriptorOf({ ...version, paths: PATHS })).normal.dialect).toBe(dialect);
  });

  test.each([
    [{ swaggerVersion: '1.2' }, '/swaggerVersion', "Swagger '1.2' is older than what is read"],
    [{ swagger: '3.0' }, '/swagger', "Swagger '3.0' is not a version that is read"],
    [{ openapi: '4.0.0' }, '/openapi', "OpenAPI '4.0.0' is not a version that is read"],
    [{ openapi: '3.10.0' }, '/openapi', "OpenAPI '3.10.0' is not a version that is read"],
    [{ openapi: {} }, '/openapi', 'OpenAPI version is not a version that is read'],
    [{}, '', "neither 'swagger' nor 'openapi'"],
  ])('in %j is refused', (version, pointer, message) => {
    const error = errorOf({ ...version, paths: PATHS });
    expect(error.code).toBe('DESCRIPTOR_VERSION_UNKNOWN');
    expect(error.message).toContain(message);
    expect(error.place).toEqual({ document: 'test.json', pointer });
  });
});

test('a descriptor without operation and schema is refused', () => {
  expect(errorOf({ openapi: '3.1.0', paths: {}, webhooks: { a: { post: {} } } }).code).toBe(
    'DESCRIPTOR_UNUSABLE',
  );
});

describe('the real descriptor', () => {
  const folder = new URL('../../descriptors/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

  test('is there', () => expect(files.length).toBeGreaterThan(0));

  test.each(files)('%s has no Problem of severity error', (file) => {
    const document = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const { normal, problems } = normalizeDescriptor(descriptorOf(document));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(normal.operations.length).toBeGreaterThan(10);
  });
});

test('the same document gives the same outcome', () => {
  const document = { openapi: '3.0.0', paths: PATHS, components: { schemas: { b: {}, a: {} } } };
  expect(normalizeDescriptor(descriptorOf(document))).toEqual(normalizeDescriptor(descriptorOf(document)));
  const { normal } = normalizeDescriptor(descriptorOf(document));
  expect([...normal.schemas.values()].map(({ name }) => name)).toEqual(['b', 'a']);
});

function errorOf(document: Tree): DescriptorError {
  try {
    normalizeDescriptor(descriptorOf(document));
  } catch (error) {
    if (error instanceof DescriptorError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
