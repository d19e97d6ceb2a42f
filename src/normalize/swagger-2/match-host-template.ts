/** A piece of a template: literal text, followed by a variable or by nothing. */
interface Piece {
  readonly literal: string;
  readonly name?: string;
}

/** The names in double braces, in order, each once. */
export function namesInHostTemplate(template: string): readonly string[] {
  const names = piecesOf(template).flatMap(({ name }) => (name === undefined ? [] : [name]));
  return [...new Set(names)];
}

/**
 * What the variables of a template are in a text that has its form: `{{region}}.nintex.io` and
 * `us.nintex.io` give region = us. Nothing where the text has another form. Each variable takes as little
 * as it can, without ever going back: a template cannot make this slow.
 */
export function matchHostTemplate(template: string, text: string): ReadonlyMap<string, string> | undefined {
  const values = new Map<string, string>();
  let position = 0;
  let open: string | undefined;
  for (const { literal, name } of piecesOf(template)) {
    const isLast = name === undefined;
    const end = isLast ? text.length - literal.length : text.indexOf(literal, position);
    if (open === undefined ? !text.startsWith(literal, position) : end <= position) return undefined;
    if (open !== undefined) values.set(open, text.slice(position, end));
    position = (open === undefined ? position : end) + literal.length;
    if (isLast && (position !== text.length || !text.endsWith(literal))) return undefined;
    open = name;
  }
  return values;
}

function piecesOf(template: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  for (;;) {
    const open = template.indexOf('{{', position);
    const close = open === -1 ? -1 : template.indexOf('}}', open);
    if (close === -1) return [...pieces, { literal: template.slice(position) }];
    pieces.push({ literal: template.slice(position, open), name: template.slice(open + 2, close).trim() });
    position = close + 2;
  }
}
