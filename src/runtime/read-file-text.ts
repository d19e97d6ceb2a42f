import { InputError } from '../base/errors.js';
import type { FileValue } from './serialized.js';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const WHOLE = /^\s*<file>\s*<name>([^<]*)<\/name>\s*<content>([^<]*)<\/content>\s*<\/file>\s*$/i;

/** Whether text is meant as K2's own text of a file. */
export function isFileText(text: string): boolean {
  return /^\s*<file>/i.test(text.slice(0, 200));
}

/**
 * K2's text of a file, `<file><name>…</name><content>base64</content></file>`, as the file itself.
 *
 * @throws InputError `INPUT_INVALID`
 */
export function readFileText(text: string, who: string): FileValue {
  const [, name, content] = WHOLE.exec(text) ?? [];
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
