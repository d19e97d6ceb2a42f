import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import {
  code,
  comment,
  deprecatedTag,
  identifier,
  literal,
  type Paragraph,
  plainLiteral,
  propertyKey,
  textBlock,
} from '../../src/emit/typescript/safe-text.js';

const NASTY = [
  '',
  'plain',
  "it's",
  '\\',
  "\\'",
  'a\nb\r\nc\td',
  '\u0000\u007f\u0085\u00a0',
  '\u2028\u2029',
  '\u202e\u2066\u200b\ufeff',
  '`${x}`',
  '*/ /*',
  '//# sourceMappingURL=x',
  '/*# sourceMappingURL=x */',
  '//@ sourceURL=sourceurl',
  '</script><!-- -->',
  '{{{x}}}',
  '😀',
  '\ud83d',
  '\ude00x',
  'x'.repeat(5000),
];

/** The value of an expression, as TypeScript reads it. */
function readLiteral(expression: string): unknown {
  const source = ts.createSourceFile('x.ts', `(${expression});`, ts.ScriptTarget.ES2022, true);
  const [statement, ...others] = source.statements;
  expect(others).toEqual([]);
  if (statement === undefined || !ts.isExpressionStatement(statement)) throw new Error('no expression');
  const inner = (statement.expression as ts.ParenthesizedExpression).expression;
  if (!ts.isStringLiteral(inner) && !ts.isNoSubstitutionTemplateLiteral(inner))
    throw new Error(`no string: ${expression}`);
  return inner.text;
}

describe('a literal', () => {
  test.each(NASTY)('keeps its value: %j', (text) => {
    expect(readLiteral(literal(text))).toBe(text);
  });

  test.each(NASTY)('holds nothing live: %j', (text) => {
    expect(literal(text)).toMatch(
      /^'[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]*'$/,
    );
    expect(literal(text)).not.toMatch(/\/[/*]\s*[#@]|<\/|<!--/);
    expect(literal(text)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});

describe('a block of text', () => {
  test.each([...NASTY, '$`${', '\\\\`', 'a\n  `b`\n', '\\${x}', '$\n{x}'])('keeps its value: %j', (text) => {
    expect(readLiteral(textBlock(text))).toBe(text);
  });

  test.each(NASTY)('holds nothing live: %j', (text) => {
    expect(textBlock(text)).toMatch(
      /^`(?:[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff`]|\\`)*`$/,
    );
    expect(textBlock(text)).not.toMatch(/\/[/*]\s*[#@]|<\/|<!--|(?<!\\)\$\{/);
    expect(textBlock(text)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  test('keeps its lines', () => {
    expect(textBlock('{\n  "a": 1\n}')).toBe('`{\n  "a": 1\n}`');
  });
});

describe('a comment', () => {
  test.each<{ name: string; given: (Paragraph | undefined)[]; want: string }>([
    { name: 'of no text', given: [undefined, '', '\n \n'], want: '' },
    { name: 'of one line', given: ['One'], want: '/** One */\n' },
    {
      name: 'of several',
      given: ['One\ntwo', undefined, 'three'],
      want: '/**\n * One\n * two\n * three\n */\n',
    },
    { name: 'that ends itself', given: ['*/ evil(); /*'], want: '/** *\\/ evil(); /* */\n' },
    { name: 'that ends itself again', given: ['**//**/'], want: '/** **\\//**\\/ */\n' },
    { name: 'that begins with a slash', given: ['/'], want: '/** / */\n' },
    { name: 'with line separators', given: ['a\u2028b\u2029c'], want: '/**\n * a\n * b\n * c\n */\n' },
    { name: 'with what turns the direction', given: ['a\u202eb'], want: '/** a\\u{202e}b */\n' },
    {
      name: 'with a directive',
      given: ['@ts-ignore', '// @ts-nocheck'],
      want: '/**\n * \\@ts-ignore\n * // \\@ts-nocheck\n */\n',
    },
    {
      name: 'with an address of a map',
      given: ['//# sourceMappingURL=x', '/*# sourceURL=y'],
      want: '/**\n * / /# sourceMapping URL=x\n * / *# source URL=y\n */\n',
    },
    {
      name: 'with an end of a page’s script',
      given: ['</script><!-- x'],
      want: '/** <\\/script><\\!-- x */\n',
    },
    {
      name: 'with a word that only looks like our tag',
      given: ['@deprecated'],
      want: '/** \\@deprecated */\n',
    },
    { name: 'with our tag', given: ['a', deprecatedTag(true)], want: '/**\n * a\n * @deprecated\n */\n' },
    { name: 'of an e-mail address', given: ['mail me@host.example'], want: '/** mail me@host.example */\n' },
  ])('$name', ({ given, want }) => {
    expect(comment(given)).toBe(want);
  });

  test('of long text is cut', () => {
    expect(comment(['x'.repeat(5000)]).length).toBeLessThan(2100);
  });

  test.each(NASTY)('stays one comment: %j', (text) => {
    const source = `${comment([text])}let x;`;
    const parsed = ts.createSourceFile('x.ts', source, ts.ScriptTarget.ES2022, true);
    expect(parsed.statements).toHaveLength(1);
    expect(parsed.statements[0]?.getText()).toBe('let x;');
  });
});

describe('a key', () => {
  test.each([
    ['id', 'id'],
    ['$top', '$top'],
    ['class', 'class'],
    ['dc:title', "'dc:title'"],
    ['1st', "'1st'"],
    ['', "''"],
    ['é', "'é'"],
    ['__proto__', "['__proto__']"],
  ])('%j is %s', (given, want) => {
    expect(propertyKey(given)).toBe(want);
  });
});

describe('an identifier', () => {
  test.each(['Task', '_', '$x', 'é', '東京2'])('%s', (name) => {
    expect(identifier(name)).toBe(name);
  });

  test.each(['', '1', 'a b', 'a;b', "a'", 'a\u2028'])('%j is refused', (name) => {
    expect(() => identifier(name)).toThrow('not an identifier');
  });
});

test.each([
  [0, '0'],
  [-0, '0'],
  [-1.5, '-1.5'],
  [1e21, '1e+21'],
  [true, 'true'],
  [null, 'null'],
])('the plain value %s is %s', (given, want) => {
  expect(plainLiteral(given)).toBe(want);
});

test('our own text takes safe pieces as they are', () => {
  expect(code`a\n${literal('\\n')}`).toBe("a\n'\\\\n'");
});
