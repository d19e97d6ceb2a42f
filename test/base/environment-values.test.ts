import { describe, expect, test } from 'vitest';
import { fillEnvironment, variablesNamedIn } from '../../src/base/environment-values.js';
import { SettingError } from '../../src/base/errors.js';

const VARIABLES = { NWC_TOKEN: 's3cret', USER_1: 'ann', NESTED: '${NWC_TOKEN}', EMPTY: '', DOLLAR: "$&$1$'" };

describe('fillEnvironment', () => {
  test.each([
    { name: 'text without a reference', given: 'plain', want: 'plain' },
    { name: 'a reference alone', given: '${NWC_TOKEN}', want: 's3cret' },
    { name: 'a reference with a prefix', given: 'Bearer ${NWC_TOKEN}', want: 'Bearer s3cret' },
    { name: 'two references', given: '${USER_1}:${NWC_TOKEN}', want: 'ann:s3cret' },
    { name: 'a value is not filled again', given: '${NESTED}', want: '${NWC_TOKEN}' },
    { name: 'a value with replacement patterns stays as it is', given: '<${DOLLAR}>', want: "<$&$1$'>" },
    {
      name: 'what is no reference stays',
      given: '$NWC_TOKEN ${1X} ${a-b} ${}',
      want: '$NWC_TOKEN ${1X} ${a-b} ${}',
    },
  ])('$name', ({ given, want }) => {
    expect(fillEnvironment(given, 'the test', VARIABLES)).toBe(want);
  });

  test.each([
    { name: 'not set', given: '${MISSING}', want: 'MISSING is not set' },
    { name: 'empty', given: '${EMPTY}', want: 'EMPTY is empty' },
    { name: 'inherited only', given: '${toString}', want: 'toString is not set' },
    { name: 'not set beside one that is', given: '${NWC_TOKEN} ${MISSING}', want: 'MISSING is not set' },
  ])('refuses a variable that is $name', ({ given, want }) => {
    const fill = (): string =>
      fillEnvironment(given, "Service Instance 'nwc', authentication.token", VARIABLES);
    expect(fill).toThrow(SettingError);
    expect(fill).toThrow(
      `Service Instance 'nwc', authentication.token: the environment variable ${want}. Set`,
    );
    expect(fill).not.toThrow('s3cret');
  });

  test('reads the process by default', () => {
    expect(fillEnvironment('${PATH}', 'the test')).toBe(process.env['PATH']);
  });
});

test('variablesNamedIn names each variable once', () => {
  expect(variablesNamedIn('${B} ${A} ${B} $C ${D-E}')).toEqual(['B', 'A']);
});
