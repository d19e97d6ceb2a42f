// XML 1.0 §2.2: no other character may stand in a document, not even escaped.
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Any text as the value of an XML attribute. What XML cannot hold is written as `\u{…}`. */
export function xmlAttribute(text: string): string {
  return visibleInXml(text).replace(/[&<>"'\t\n\r]/g, (c) => ENTITIES[c] ?? c);
}

/** Any text as the content of an XML element; its line breaks stay. */
export function xmlContent(text: string): string {
  return visibleInXml(text).replace(/[&<>\r]/g, (c) => ENTITIES[c] ?? c);
}

function visibleInXml(text: string): string {
  return text.replace(NOT_XML, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
}
