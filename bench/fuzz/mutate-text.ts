import { NUMBERS, PIECES } from './hostile-pieces.js';

/** One change of a text or its bytes; the numbers choose spot, extent and piece, whatever the text. */
export interface TextMutation {
  readonly kind: TextMutationKind;
  readonly at: number;
  readonly extent: number;
  readonly pick: number;
}

/** What JSON and YAML read as something other than text. */
const MARKS: readonly string[] = [
  '&a ',
  '*a',
  '<<: *a\n',
  '"<<": {"a": 1}',
  '!!binary ',
  '!!js/function ',
  '!!set ',
  '!<x> ',
  '---\n',
  '\n...\n',
  '%YAML 1.1\n---\n',
  '? ',
  '| \n',
  '>-\n',
  '- ',
  ': ',
  '#',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '\\u0000',
  '\\ud800',
  '\\',
  '\t',
  '\n\t',
  '\r',
  '~',
  '.nan',
  '-.inf',
  '0x1F',
  '0o17',
  '1_000',
  '2001-01-01',
  'yes',
  '__proto__: {x: 1}\n',
  '"__proto__": {"x": 1},',
  'a: &b [*b]\n',
  ...NUMBERS,
];

const MUTATE = {
  truncate: (text: Buffer, { at }: TextMutation) => text.subarray(0, at % (text.length + 1)),
  behead: (text: Buffer, { at }: TextMutation) => text.subarray(at % (text.length + 1)),
  flip: (text: Buffer, { at, pick }: TextMutation) => {
    const copy = Buffer.from(text);
    if (copy.length > 0) copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ (1 << (pick % 8));
    return copy;
  },
  cut: (text: Buffer, { at, extent }: TextMutation) => replaced(text, at, 1 + (extent % 64), ''),
  repeat: (text: Buffer, { at, extent }: TextMutation) => {
    const start = at % (text.length + 1);
    const piece = text.subarray(start, start + 1 + (extent % 200));
    return Buffer.concat([text.subarray(0, start), piece, text.subarray(start)]);
  },
  repeatLine: (text: Buffer, { at }: TextMutation) => {
    const lines = text.toString().split('\n');
    const index = at % lines.length;
    return Buffer.from([...lines.slice(0, index + 1), ...lines.slice(index)].join('\n'));
  },
  insertMark: (text: Buffer, { at, pick }: TextMutation) => replaced(text, at, 0, pickOf(MARKS, pick)),
  replaceMark: (text: Buffer, { at, extent, pick }: TextMutation) =>
    replaced(text, at, extent % 8, pickOf(MARKS, pick)),
  insertPiece: (text: Buffer, { at, pick }: TextMutation) => replaced(text, at, 0, pickOf(PIECES, pick)),
  insertByte: (text: Buffer, { at, pick }: TextMutation) =>
    replaced(text, at, 0, Buffer.from([pickOf([0, 1, 0x0b, 0x1b, 0x7f, 0x80, 0xc0, 0xed, 0xff], pick)])),
  mark: (text: Buffer, { pick }: TextMutation) =>
    Buffer.concat([Buffer.from(pickOf(['\ufeff', '\ufeff\ufeff', '\n\ufeff', ' '], pick)), text]),
  utf16: (text: Buffer, { pick }: TextMutation) =>
    Buffer.from(`${pick % 2 === 0 ? '\ufeff' : ''}${text.toString()}`, 'utf16le'),
  tabs: (text: Buffer, { at }: TextMutation) => {
    const start = at % (text.length + 1);
    const tabbed = text.subarray(start).toString().replaceAll('  ', '\t');
    return Buffer.concat([text.subarray(0, start), Buffer.from(tabbed)]);
  },
  carriageReturns: (text: Buffer, { pick }: TextMutation) =>
    Buffer.from(text.toString().replaceAll('\n', pick % 2 === 0 ? '\r\n' : '\r')),
  nest: (text: Buffer, { at, extent, pick }: TextMutation) =>
    replaced(text, at, 0, pickOf(['[', '{"a":', '- ', '{a: '], pick).repeat(1 + (extent % 3000))),
  aliases: (text: Buffer, { extent }: TextMutation) =>
    Buffer.concat([text, Buffer.from(aliasTower(1 + (extent % 12)))]),
} satisfies Record<string, (text: Buffer, mutation: TextMutation) => Buffer>;

export type TextMutationKind = keyof typeof MUTATE;
export const TEXT_MUTATION_KINDS = Object.keys(MUTATE) as TextMutationKind[];

/** The bytes with one thing changed. */
export function mutateText(text: Buffer, mutation: TextMutation): Buffer {
  return MUTATE[mutation.kind](text, mutation);
}

function replaced(text: Buffer, at: number, length: number, piece: string | Buffer): Buffer {
  const start = at % (text.length + 1);
  return Buffer.concat([
    text.subarray(0, start),
    Buffer.from(piece as string),
    text.subarray(start + length),
  ]);
}

function pickOf<T>(choices: readonly T[], pick: number): T {
  return choices[pick % choices.length] as T;
}

/** Each anchor holds the one before it nine times. */
function aliasTower(levels: number): string {
  const lines = ['\nx-tower-0: &t0 [a, b]'];
  for (let level = 1; level <= levels; level++) {
    const below = `*t${level - 1}`;
    lines.push(`x-tower-${level}: &t${level} [${Array(9).fill(below).join(', ')}]`);
  }
  return `${lines.join('\n')}\n`;
}
