import { describe, expect, test } from 'vitest';
import { withEntry, withoutEntry } from '../../../src/workspace/registry/registry-text.js';

const SHA = 'a'.repeat(64);
const entry = (file: string, more: object = {}): object => ({
  descriptor: { file, source: file, sha256: SHA },
  ...more,
});

const TWO = `# mine

nwc:   # the workflow service
  descriptor: {file:  a.json,   source: a.json, sha256: ${SHA}}   # keep
  # about the time
  timeoutSeconds:   5     # short

# for k2
k2:
    descriptor:
        file:   "b.json"
        source: 'b.json'
        sha256: ${SHA}
    generate: { objects:   [A,B] }
# the end
`;

const edits: readonly { name: string; given: string; entry: [string, object]; want: string }[] = [
  {
    name: 'a new file gets its header',
    given: '',
    entry: [
      'nwc',
      entry('a.json', {
        authentication: { mode: 'impersonate' },
        timeoutSeconds: 5,
        defaultHeaders: { 'X-A': 'b, c' },
        generate: { objects: ['Task', 'Tasks'], systemTypes: [] },
      }),
    ],
    want: `# Service Instances of this workspace. Secrets never stand here: name an environment variable, \${NWC_TOKEN}.

nwc:
  descriptor:
    file: a.json
    source: a.json
    sha256: ${SHA}
  authentication: { mode: impersonate }
  timeoutSeconds: 5
  defaultHeaders:
    X-A: b, c
  generate:
    objects: [ Task, Tasks ]
    systemTypes: []
`,
  },
  {
    name: 'a new entry goes below all others',
    given: TWO,
    entry: ['third', entry('c.json')],
    want: `${TWO}\nthird:\n  descriptor:\n    file: c.json\n    source: c.json\n    sha256: ${SHA}\n`,
  },
  {
    name: 'a changed number changes nothing else on its line',
    given: TWO,
    entry: ['nwc', entry('a.json', { timeoutSeconds: 7.5 })],
    want: TWO.replace('5     # short', '7.5     # short'),
  },
  {
    name: 'a changed text inside brackets is quoted where it must be',
    given: TWO,
    entry: ['nwc', { descriptor: { file: 'a.json', source: 'x, y.json', sha256: SHA }, timeoutSeconds: 5 }],
    want: TWO.replace('source: a.json', 'source: "x, y.json"'),
  },
  {
    name: 'a text that looks like a number is quoted',
    given: TWO,
    entry: [
      'nwc',
      {
        descriptor: { file: 'a.json', source: 'a.json', sha256: `12e3${'4'.repeat(60)}` },
        timeoutSeconds: 5,
      },
    ],
    want: TWO.replace(`a.json, sha256: ${SHA}`, `a.json, sha256: "12e3${'4'.repeat(60)}"`),
  },
  {
    name: 'a setting more leaves the other entries as they are',
    given: TWO,
    entry: ['k2', entry('b.json', { generate: { objects: ['A', 'B'] }, breakOnError: false })],
    want: `${TWO.slice(0, TWO.indexOf('k2:'))}k2:
  descriptor:
    file: "b.json"
    source: 'b.json'
    sha256: ${SHA}
  generate: { objects: [ A, B ] }
  breakOnError: false
# the end
`,
  },
  {
    name: 'nothing changed, nothing written',
    given: TWO,
    entry: ['nwc', entry('a.json', { timeoutSeconds: 5 })],
    want: TWO,
  },
  {
    name: 'Windows line ends stay',
    given: `nwc:\r\n  descriptor: { file: a.json, source: a.json, sha256: ${SHA} }\r\n`,
    entry: ['k2', { descriptor: { file: 'b' } }],
    want: `nwc:\r\n  descriptor: { file: a.json, source: a.json, sha256: ${SHA} }\r\n\r\nk2:\r\n  descriptor:\r\n    file: b\r\n`,
  },
  {
    name: 'a file of brackets',
    given: '# c\n{ nwc: { descriptor: { file: a } } } # d\n',
    entry: ['k2', { x: 1 }],
    want: '# c\n{ nwc: { descriptor: { file: a } }, k2: { x: 1 } } # d\n',
  },
  {
    name: 'an end mark',
    given: 'nwc: { x: 1 }\n...\n',
    entry: ['k2', { x: 1 }],
    want: 'nwc: { x: 1 }\nk2:\n  x: 1\n...\n',
  },
  {
    name: 'a file of comments',
    given: '# only this',
    entry: ['k2', { x: 1 }],
    want: '# only this\n\nk2:\n  x: 1\n',
  },
  {
    name: 'a name of the language',
    given: 'nwc: { x: 1 }\n',
    entry: ['__proto__', { x: 1 }],
    want: 'nwc: { x: 1 }\n\n__proto__:\n  x: 1\n',
  },
  {
    name: 'an anchor of another entry',
    given: 'nwc:\n  headers: &h { A: b }\nk2:\n  headers: *h\n  x: 1\n',
    entry: ['k2', { headers: { A: 'b' }, y: 1 }],
    want: 'nwc:\n  headers: &h { A: b }\nk2:\n  headers: *h\n  y: 1\n',
  },
];

describe('withEntry', () => {
  test.each(edits)('$name', ({ given, entry: [name, value], want }) => {
    expect(withEntry(given, name, value)).toBe(want);
  });
});

describe('withoutEntry', () => {
  test.each([
    { name: 'the first', without: 'nwc', want: TWO.replace(/nwc:[\s\S]*short\n\n/, '') },
    { name: 'the last', without: 'k2', want: TWO.replace(/k2:[\s\S]*B\] }\n/, '') },
  ])('$name entry goes, every other byte stays', ({ without, want }) => {
    expect(withoutEntry(TWO, without)).toBe(want);
  });
});
