// RFC 8259: one token after blanks. The parts of a string are matched so that nothing is tried twice.
const TOKEN =
  /[\t\n\r ]*(?:([{}[\],:])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

type Expecting = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end';

/**
 * Where a text stops being JSON, from 0; its length where it only ends too early. JSON.parse tells that sometimes,
 * and by quoting the text, which may be a secret.
 */
export function jsonFaultAt(text: string): number {
  const open: string[] = [];
  let expecting: Expecting = 'value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const next: Expecting | undefined =
      match === null ? undefined : step(match[1], match[2] !== undefined, expecting, open);
    if (match === null || next === undefined) return afterBlanks(text, at);
    expecting = next;
    at += match[0].length;
    if (open.length === 0 && expecting === ', or end') return afterBlanks(text, at);
  }
}

/** What may come after a token; undefined where the token may not stand there. */
function step(
  mark: string | undefined,
  isString: boolean,
  expecting: Expecting,
  open: string[],
): Expecting | undefined {
  const innermost = open.at(-1);
  if (mark === '}' || mark === ']') {
    const closes = mark === '}' ? ['{', 'name or }'] : ['[', 'value or ]'];
    if (innermost !== closes[0] || (expecting !== ', or end' && expecting !== closes[1])) return undefined;
    open.pop();
    return ', or end';
  }
  if (expecting === ', or end') {
    if (mark !== ',' || innermost === undefined) return undefined;
    return innermost === '{' ? 'name' : 'value';
  }
  if (expecting === ':') return mark === ':' ? 'value' : undefined;
  if (expecting.startsWith('name')) return isString ? ':' : undefined;
  if (mark === undefined) return ', or end';
  if (mark !== '{' && mark !== '[') return undefined;
  open.push(mark);
  return mark === '{' ? 'name or }' : 'value or ]';
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (' \t\n\r'.includes(text[at] ?? 'x')) at++;
  return at;
}
