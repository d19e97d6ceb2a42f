import type { NormalParameter } from '../normal-descriptor.js';
import type { NormalSchema } from '../normal-schema.js';
import { requiredText } from './match-path-parameters.js';

/** What a path's query sends, by name. */
export type PathQuery = ReadonlyMap<string, string>;

/** A key of `paths` or `x-ms-paths`: `/a?comp=list` is the path `/a`, called with `comp` as `list`. */
export function splitPathQuery(key: string): { readonly path: string; readonly query: PathQuery } {
  const mark = key.indexOf('?');
  if (mark < 0) return { path: key, query: new Map() };
  return { path: key.slice(0, mark), query: new Map(new URLSearchParams(key.slice(mark + 1))) };
}

/**
 * The parameters, with those that the path's query needs: what it fills by `{name}` is moved into the query, what no
 * parameter declares is added. AutoRest leaves the query away, as its descriptors declare these parameters too;
 * others do not, and without it nothing would tell their operations apart.
 */
export function withPathQuery(
  pointer: string,
  query: PathQuery,
  parameters: readonly NormalParameter[],
): readonly NormalParameter[] {
  if (query.size === 0) return parameters;
  const moved = parameters.map((parameter) => moveIntoQuery(query, parameter));
  const declared = new Set(moved.filter(({ in: place }) => place === 'query').map(({ name }) => name));
  const missing = [...query].filter(([name]) => !declared.has(name));
  return [...moved, ...missing.map(([name, value]) => queryParameter(pointer, name, value))];
}

function moveIntoQuery(query: PathQuery, parameter: NormalParameter): NormalParameter {
  if (parameter.in !== 'path') return parameter;
  for (const [name, value] of query) {
    if (value === `{${parameter.name}}`) return { ...parameter, ...IN_QUERY, name };
  }
  return parameter;
}

function queryParameter(pointer: string, name: string, value: string): NormalParameter {
  const text = requiredText(pointer, name);
  const constant: NormalSchema = { pointer, kind: 'enum', values: [value], default: value };
  return { ...text, ...IN_QUERY, schema: /^\{[^{}]*\}$/.test(value) ? text.schema : constant };
}

const IN_QUERY = { in: 'query', style: 'form', explode: true } as const;
