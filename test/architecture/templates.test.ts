import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import { filesBelow, textOf } from './source-tree.js';

const HELPERS = ['each', 'if'];
const TEMPLATES = filesBelow('templates');

type Node = hbs.AST.Node;

/** What stands in a template beyond fields, `each`, `if` and partials by name. */
function foreignIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    switch (node.type) {
      case 'ContentStatement':
        return [];
      case 'MustacheStatement':
        return foreignInField(node as hbs.AST.MustacheStatement);
      case 'BlockStatement':
        return foreignInBlock(node as hbs.AST.BlockStatement);
      case 'PartialStatement':
        return foreignInPartial(node as hbs.AST.PartialStatement);
      default:
        return [`${node.type} in line ${node.loc.start.line}`];
    }
  });
}

function foreignInField({ path, params, hash, escaped, loc }: hbs.AST.MustacheStatement): string[] {
  const isPlain = escaped && params.length === 0 && hash === undefined && isField(path);
  return isPlain ? [] : [`field in line ${loc.start.line}`];
}

function foreignInBlock({ path, params, hash, program, inverse, loc }: hbs.AST.BlockStatement): string[] {
  const name = path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : '';
  const isPlain =
    HELPERS.includes(name) &&
    params.length === 1 &&
    params.every(isField) &&
    hash === undefined &&
    program.blockParams === undefined;
  return [
    ...(isPlain ? [] : [`block ${name} in line ${loc.start.line}`]),
    ...foreignIn(program.body),
    ...foreignIn(inverse?.body ?? []),
  ];
}

function foreignInPartial({ name, params, hash, loc }: hbs.AST.PartialStatement): string[] {
  const isPlain =
    name.type === 'PathExpression' &&
    hash === undefined &&
    params.every((param) => isField(param) || isThis(param));
  return isPlain ? [] : [`partial in line ${loc.start.line}`];
}

/** A field of the view at hand: not of an outer one, and none of Handlebars' own (`@index`). */
function isField(node: Node): boolean {
  if (node.type !== 'PathExpression') return false;
  const { data, depth, parts } = node as hbs.AST.PathExpression;
  return !data && depth === 0 && parts.length === 1;
}

function isThis(node: Node): boolean {
  return node.type === 'PathExpression' && (node as hbs.AST.PathExpression).original === 'this';
}

describe.each(TEMPLATES)('%s', (path) => {
  const text = textOf(`templates/${path}`);

  test('is a form: fields, each, if and partials', () => {
    expect(foreignIn(Handlebars.parse(text).body)).toEqual([]);
  });

  test('has LF line ends, one at the end, and no tabs', () => {
    expect(text).not.toMatch(/\r|\t|[ ]\n|\n\n$/);
    expect(text.endsWith('\n')).toBe(true);
  });
});

test('there are templates', () => {
  expect(TEMPLATES.length).toBeGreaterThan(3);
});

describe('what is no form is found', () => {
  test.each([
    '{{{field}}}',
    '{{&field}}',
    '{{lookup a b}}',
    '{{a.b}}',
    '{{../a}}',
    '{{@index}}',
    '{{#with a}}{{/with}}',
    '{{#unless a}}{{/unless}}',
    '{{#each a as |b|}}{{/each}}',
    '{{> (lookup . "x")}}',
    '{{> partial a=b}}',
    '{{#> partial}}{{/partial}}',
    '{{! a comment }}',
    '{{#if a}}{{{b}}}{{/if}}',
    '{{#if a}}{{else}}{{{b}}}{{/if}}',
    '{{* decorate}}',
  ])('%s', (text) => {
    expect(foreignIn(Handlebars.parse(text).body)).not.toEqual([]);
  });

  test('and what is one is not', () => {
    const text = 'text {{a}}{{#each b}}{{> c this}}{{> d e}}{{/each}}{{#if f}}x{{else}}{{g}}{{/if}}';
    expect(foreignIn(Handlebars.parse(text).body)).toEqual([]);
  });
});
