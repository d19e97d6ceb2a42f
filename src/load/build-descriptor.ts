import { sha256 } from '../base/sha256.js';
import type { Descriptor } from './descriptor.js';
import type { LoadLimits } from './load-limits.js';
import type { LoadPhase } from './load-options.js';
import { needsLinking } from './references/needs-linking.js';
import { documentPosition } from './references/reference-positions.js';
import { scanTree } from './references/scan-tree.js';
import { SourceFailure } from './source-failure.js';
import type { ReferenceReader, ReferredFile } from './sources/reference-reader.js';
import { parseSource, type SourceFile } from './text/source-file.js';

/**
 * Text to Descriptor: parse, hold to the limits, and link other files where it refers to any.
 *
 * @throws SourceFailure about the root, DescriptorError about a reference
 */
export async function buildDescriptor(
  text: string,
  root: ReferredFile,
  reader: ReferenceReader,
  limits: LoadLimits,
  onPhase: (phase: LoadPhase, file: string) => void = () => undefined,
): Promise<Descriptor> {
  onPhase('parse', root.shown);
  const file = await parseSource(text, root.key, root.shown, limits);
  const document = objectOf(file);
  const references = scanTree(document, documentPosition, limits);
  if (!needsLinking(document, references)) return descriptor(file, document, text, file.locate, [file.key]);
  onPhase('link', root.shown);
  // The usual descriptor is one file and needs none of this.
  const [{ linkFiles }, { OpenFiles }] = await Promise.all([
    import('./references/link-files.js'),
    import('./references/open-files.js'),
  ]);
  const files = new OpenFiles(file, reader, limits, onPhase);
  const linked = await linkFiles(files);
  const whole = linked.document as Descriptor['document'];
  scanTree(whole, documentPosition, limits);
  const bundle = `${JSON.stringify(whole, null, 2)}\n`;
  return descriptor(file, whole, bundle, linked.locate, files.keys);
}

function descriptor(
  { shown, format }: SourceFile,
  document: Descriptor['document'],
  text: string,
  locate: Descriptor['locate'],
  files: readonly string[],
): Descriptor {
  let hash: string | undefined;
  return {
    location: shown,
    document,
    text,
    format,
    // Who has checked the text by its hash already does not ask again, and it costs.
    get sha256() {
      hash ??= sha256(text);
      return hash;
    },
    locate,
    origin: { files },
  };
}

function objectOf({ tree }: SourceFile): Descriptor['document'] {
  if (typeof tree === 'object' && tree !== null && !Array.isArray(tree))
    return tree as Descriptor['document'];
  const found =
    tree === null
      ? 'empty'
      : Array.isArray(tree)
        ? 'a list'
        : `a single ${typeof tree === 'string' ? 'text' : typeof tree}`;
  throw new SourceFailure(
    'DESCRIPTOR_MALFORMED',
    `is ${found} and not an object`,
    "Name an OpenAPI or Swagger file; it starts with 'openapi' or 'swagger'",
  );
}
