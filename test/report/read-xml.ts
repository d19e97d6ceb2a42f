/** What an XML document holds, read strictly by the grammar of XML 1.0, as far as reports use it. */
export interface ReadXml {
  readonly elements: readonly string[];
  readonly attributes: readonly (readonly [string, string])[];
  readonly texts: readonly string[];
}

const NAME = '[A-Za-z_][\\w.-]*';
const OPENING = new RegExp(`<(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`, 'y');
const CLOSING = new RegExp(`</(${NAME})>`, 'y');
const TEXT = /[^<]+/y;

/** @throws Error at the first place that is not well-formed */
export function readXml(xml: string): ReadXml {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(xml))
    throw new Error('no XML character');
  const read = { elements: [] as string[], attributes: [] as [string, string][], texts: [] as string[] };
  const open: string[] = [];
  let at = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(xml)?.[0].length ?? 0;
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    if (found !== null) at += found[0].length;
    return found;
  };
  while (at < xml.length) {
    const text = next(TEXT);
    if (text !== null) {
      if (text[0].includes(']]>')) throw new Error('the end of a CDATA section in text');
      read.texts.push(decoded(text[0]));
      continue;
    }
    const closing = next(CLOSING);
    if (closing !== null) {
      if (open.pop() !== closing[1]) throw new Error(`${closing[0]} closes another element`);
      continue;
    }
    const opening = next(OPENING);
    if (opening === null) throw new Error(`not well-formed: ${xml.slice(at, at + 60)}`);
    const [, name = '', attributes = '', isEmpty] = opening;
    read.elements.push(name);
    for (const [, key = '', value = ''] of attributes.matchAll(new RegExp(`(${NAME})="([^"]*)"`, 'g')))
      read.attributes.push([key, decoded(value.replace(/[\t\n\r]/g, ' '))]);
    if (isEmpty === '') open.push(name);
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} stays open`);
  return read;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  // What XML makes of line ends that are not escaped (§2.11).
  return text.replace(/\r\n?/g, '\n').replace(/&([^;]*;?)/g, (whole, name: string) => {
    const code = /^#(\d+);$/.exec(name)?.[1];
    const meant = code === undefined ? ENTITIES[name.replace(/;$/, '')] : String.fromCodePoint(Number(code));
    if (meant === undefined || !whole.endsWith(';')) throw new Error(`not well-formed: ${whole}`);
    return meant;
  });
}
