import type { FileValue } from './serialized.js';

/** A file as K2 keeps it in text: `<file><name>…</name><content>base64</content></file>`. */
export function fileText(file: FileValue): string {
  const name = (file.name ?? '').replace(/[<>&]/g, (sign) =>
    sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&amp;',
  );
  return `<file><name>${name}</name><content>${Buffer.from(file.content).toString('base64')}</content></file>`;
}
