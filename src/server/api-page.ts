import { createHash } from 'node:crypto';
import { visibleText } from '../base/visible-text.js';
import type { Json } from './api-definitions.js';
import { API_PAGE_SCRIPT } from './api-page-script.js';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
h2{border-bottom:1px solid #ccc;margin-top:2rem}summary{cursor:pointer;padding:.3rem 0}code{font-size:.95em}
.verb{display:inline-block;min-width:3.5rem;font-weight:700}table{border-collapse:collapse;margin:.5rem 0 1rem}
td,th{border:1px solid #ccc;padding:.2rem .6rem;text-align:left}input,textarea{font:inherit;min-width:22rem}
output{display:block;white-space:pre-wrap;font-family:monospace;margin:.5rem 0 1rem;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}a{color:#9cf}}`;

/** Nothing from elsewhere; the one style and the one script by their hashes; requests to this server only. */
export const API_PAGE_POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(API_PAGE_SCRIPT)}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A plain page of the document's operations, each to be read and tried out. */
export function apiPage(document: Json): string {
  const info = document['info'] as { title: string; description: string };
  const base = text(String(document['basePath']));
  const definitions = document['definitions'] as Definitions;
  const groups = new Map<string, string[]>();
  for (const [path, verbs] of Object.entries(document['paths'] as Paths)) {
    for (const [verb, operation] of Object.entries(verbs)) {
      const [tag = ''] = operation.tags;
      groups.set(tag, [...(groups.get(tag) ?? []), operationHtml(verb, path, operation, definitions)]);
    }
  }
  const sections = [...groups].map(
    ([name, operations]) => `<h2>${text(name)}</h2>\n${operations.join('\n')}`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(info.title)}</title><style>${STYLE}</style></head>
<body data-base="${base}"><h1>${text(info.title)}</h1><p>${text(info.description)}</p>
<p>Base: <code>${base}</code> · <a href="${base}/swagger.json">OpenAPI document</a></p>
<p><label>Bearer token, for trying out: <input id="token" type="password" autocomplete="off"></label></p>
${sections.join('\n')}
<script>${API_PAGE_SCRIPT}</script></body></html>
`;
}

type Definitions = Readonly<Record<string, { readonly example?: unknown }>>;
type Paths = Readonly<Record<string, Readonly<Record<string, OperationView>>>>;

interface ParameterView {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  /** Of a body: a reference to a definition. */
  readonly schema?: { readonly $ref: string };
}

interface OperationView {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly parameters: readonly ParameterView[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

function operationHtml(verb: string, path: string, view: OperationView, definitions: Definitions): string {
  const inputs = view.parameters.map((parameter) => inputHtml(parameter, definitions));
  const answers = Object.entries(view.responses).map(
    ([status, { description }]) => `<tr><td>${text(status)}</td><td>${text(description)}</td></tr>`,
  );
  const method = text(verb.toUpperCase());
  return `<details><summary><span class="verb">${method}</span> <code>${text(path)}</code> — ${text(view.summary)}</summary>
<p>Operation <code>${text(view.operationId)}</code></p>
${inputs.length === 0 ? '' : `<table><tr><th>Input</th><th>In</th><th></th><th>Value</th></tr>${inputs.join('')}</table>`}
<button type="button" data-verb="${method}" data-path="${text(path)}">Try it out</button><output></output>
<table><tr><th>Answer</th><th></th></tr>${answers.join('')}</table></details>`;
}

function inputHtml({ name, in: where, required, schema }: ParameterView, definitions: Definitions): string {
  const example = definitions[schema?.$ref.split('/').at(-1) ?? '']?.example ?? {};
  const marks = `name="${text(name)}" data-in="${text(where)}" aria-label="${text(name)}"`;
  const field =
    where === 'body'
      ? `<textarea ${marks} rows="3">${text(JSON.stringify(example))}</textarea>`
      : `<input ${marks}>`;
  return `<tr><td><code>${text(name)}</code></td><td>${text(where)}</td><td>${required === true ? 'required' : ''}</td><td>${field}</td></tr>`;
}

function text(value: string): string {
  return visibleText(value).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
