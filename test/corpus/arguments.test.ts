import { expect, test } from 'vitest';
import { readArguments } from '../../bench/corpus/arguments.js';

test.each([
  {
    name: 'a package that is not installed',
    given: ['no-such-package'],
    want: /no such folder or installed/,
  },
  {
    name: 'a bound that is no number',
    given: ['.', '--timeout', 'soon'],
    want: /--timeout: soon is no whole/,
  },
  { name: 'a bound of nothing', given: ['.', '--memory', '0'], want: /--memory: 0 is no whole number/ },
  { name: 'a pattern that is none', given: ['.', '--only', '('], want: /Invalid regular expression/ },
  { name: 'an unknown option', given: ['.', '--loud'], want: /--loud/ },
])('$name is refused', ({ given, want }) => {
  expect(() => readArguments(given)).toThrow(want);
});

test('of the default set only a part is taken', () => {
  const asked = readArguments(['--installed', 'somewhere']);
  const groups = asked === 'help' ? [] : asked.groups;
  const paths = ['a.json', 'Mist.com/x.json', 'nexmo.com/a.json', '1forge.com.json', 'b.deref.json'];
  expect(groups.map(({ takes }) => paths.filter((path) => takes?.(path)))).toEqual([
    ['a.json', 'Mist.com/x.json', 'nexmo.com/a.json', '1forge.com.json'],
    ['a.json', 'Mist.com/x.json', 'b.deref.json'],
  ]);
});
