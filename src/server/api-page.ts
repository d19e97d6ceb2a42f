import { createHash } from 'node:crypto';
import { visibleText } from '../base/visible-text.js';

type Json = Readonly<Record<string, unknown>>;

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
h2{border-bottom:1px solid #ccc;margin-top:2rem}summary{cursor:pointer;padding:.3rem 0}code{font-size:.95em}
.verb{display:inline-block;min-width:3.5rem;font-weight:700}table{border-collapse:collapse;margin:.5rem 0 1rem}
td,th{border:1px solid #ccc;padding:.2rem .6rem;text-align:left}@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}}`;

/** No script, nothing from elsewhere, the one style by its hash. */
export const API_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A plain page of the document's operations: to read, without a script. */
export function apiPage(document: Json): string {
  const info = document['info'] as { title: string; description: string };
  const groups = new Map<string, string[]>();
  for (const [path, verbs] of Object.entries(document['paths'] as Record<string, Json>)) {
    for (const [verb, operation] of Object.entries(verbs)) {
      const { tags } = operation as { tags: readonly string[] };
      const group = groups.get(tags[0] ?? '') ?? [];
      group.push(operationHtml(verb, path, operation as OperationView));
      groups.set(tags[0] ?? '', group);
    }
  }
  const sections = [...groups].map(
    ([name, operations]) => `<h2>${text(name)}</h2>\n${operations.join('\n')}`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(info.title)}</title><style>${STYLE}</style></head>
<body><h1>${text(info.title)}</h1><p>${text(info.description)}</p>
<p>Base: <code>${text(String(document['basePath']))}</code> · <a href="${text(String(document['basePath']))}/swagger.json">OpenAPI document</a></p>
${sections.join('\n')}
</body></html>
`;
}

interface OperationView {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

function operationHtml(verb: string, path: string, view: OperationView): string {
  const parameters = view.parameters.map(
    ({ name, in: where, required }) =>
      `<tr><td><code>${text(name)}</code></td><td>${text(where)}</td><td>${required === true ? 'required' : ''}</td></tr>`,
  );
  const responses = Object.entries(view.responses).map(
    ([status, { description }]) => `<tr><td>${text(status)}</td><td>${text(description)}</td></tr>`,
  );
  return `<details><summary><span class="verb">${text(verb.toUpperCase())}</span> <code>${text(path)}</code> — ${text(view.summary)}</summary>
<p>Operation <code>${text(view.operationId)}</code></p>
${parameters.length === 0 ? '' : `<table><tr><th>Input</th><th>In</th><th></th></tr>${parameters.join('')}</table>`}
<table><tr><th>Answer</th><th></th></tr>${responses.join('')}</table></details>`;
}

function text(value: string): string {
  return visibleText(value).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
