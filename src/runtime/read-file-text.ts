import { InputError } from '../base/errors.js';
import type { FileValue } from './serialized.js';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

// A tag may have attributes, and be empty by itself.
const START = /^\s*(?:<\?xml[^<>]*\?>\s*)?<file(?:\s[^<>]*)?>/i;
const CHILD = /\s*<(name|content)((?:\s[^<>]*?)?)(?:\/>|>([^<]*)<\/\1\s*>)/iy;
const END = /\s*<\/file\s*>\s*$/iy;

/** Whether text is meant as K2's own text of a file. */
export function isFileText(text: string): boolean {
  return START.test(text.slice(0, 400));
}

/**
 * K2's text of a file, `<file><name>…</name><content>base64</content></file>`, as the file itself.
 *
 * @throws InputError `INPUT_INVALID`
 */
export function readFileText(text: string, who: string): FileValue {
  const { name, content } = childrenOf(text) ?? {};
  const base64 = content?.replace(/\s+/g, '');
  // RFC 4648 §4; Buffer.from alone takes anything.
  if (name === undefined || base64 === undefined || !isBase64(base64)) {
    throw new InputError('INPUT_INVALID', {
      who,
      what: 'the text of the file is not <file><name>…</name><content>base64</content></file>',
      advice: 'Pass what K2 or fileText wrote, or the bytes',
    });
  }
  return { name: unescaped(name), content: new Uint8Array(Buffer.from(base64, 'base64')) };
}

/** Name and content in either order, each once; undefined for text of another form or encoding. */
function childrenOf(text: string): { name?: string; content?: string } | undefined {
  const children: { name?: string; content?: string } = {};
  let at = START.exec(text)?.[0].length ?? 0;
  for (let count = 0; count < 2; count++) {
    CHILD.lastIndex = at;
    const child = CHILD.exec(text);
    if (child === null) return undefined;
    const [whole, tag = '', attributes = '', value = ''] = child;
    if (/\sencoding\s*=\s*["'](?!base64["'])/i.test(attributes)) return undefined;
    children[tag.toLowerCase() === 'name' ? 'name' : 'content'] = value;
    at += whole.length;
  }
  END.lastIndex = at;
  return END.test(text) ? children : undefined;
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

function unescaped(text: string): string {
  return text.replace(
    /&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
    (whole, word, ten, sixteen) => {
      if (word !== undefined) return ENTITIES[String(word).toLowerCase()] ?? whole;
      const point = ten === undefined ? Number.parseInt(sixteen, 16) : Number(ten);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
