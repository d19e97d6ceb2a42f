import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { create } from 'handlebars';

// The package's own build in one file. Required, not imported: so it loads in a quarter of the time that its some
// forty modules take.
const Handlebars = createRequire(import.meta.url)('handlebars/dist/handlebars.min.js') as {
  readonly create: typeof create;
};

/**
 * Fills in a template of ours. A template is a form: `{{field}}`, `{{#each}}`, `{{#if flag}}`, `{{> partial}}` and
 * nothing else. Text is not escaped here: a view holds only text made safe for where it goes.
 */
export type RenderTemplate<View> = (view: View) => string;

const OPTIONS: CompileOptions = {
  strict: true,
  noEscape: true,
  knownHelpersOnly: true,
  preventIndent: true,
  explicitPartialContext: true,
  // No `@index` and its like: what would hold them costs more than all that is filled in.
  data: false,
};

/** Templates of one folder below `templates/`, compiled on first use; the partials named are theirs too. */
export function templatesIn(
  folder: string,
  partials: readonly string[],
): <View>(name: string) => RenderTemplate<View> {
  const handlebars = Handlebars.create();
  const source = (name: string): string => readTemplate(folder, name);
  for (const name of partials) handlebars.registerPartial(name, handlebars.compile(source(name), OPTIONS));
  const compiled = new Map<string, HandlebarsTemplateDelegate>();
  return (name) => {
    const template = compiled.get(name) ?? handlebars.compile(source(name), OPTIONS);
    compiled.set(name, template);
    return template;
  };
}

function readTemplate(folder: string, name: string): string {
  return readFileSync(
    fileURLToPath(new URL(`../../templates/${folder}/${name}.hbs`, import.meta.url)),
    'utf8',
  );
}
