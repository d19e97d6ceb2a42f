import { resolve } from 'node:path';
import { visibleText } from '../base/visible-text.js';
import type { HttpAnswer } from '../http/http-request.js';
import { asDescriptorError } from './as-descriptor-error.js';
import { buildDescriptor } from './build-descriptor.js';
import type { Descriptor, Validators } from './descriptor.js';
import { type LoadLimits, withDefaultLimits } from './load-limits.js';
import { DEFAULT_FETCH_TIMEOUT_MS, type LoadOptions } from './load-options.js';
import { isHttpUrl, shownLocation } from './shown-location.js';
import { SourceFailure } from './source-failure.js';
import { type FetchOptions, fetchAnswer, validatorsOf } from './sources/fetch-bytes.js';
import { FileReader } from './sources/file-reader.js';
import { noReader } from './sources/no-reader.js';
import { readLocalFile, readStream } from './sources/read-local.js';
import { UrlReader } from './sources/url-reader.js';
import { decodeText } from './text/decode-text.js';

/**
 * Loads a descriptor and everything it refers to: a file reads files in its own folder, a URL fetches from its
 * own origin, standard input reads nothing else.
 *
 * @param location a path, an http or https URL, or `-` for standard input
 * @throws DescriptorError DESCRIPTOR_UNREADABLE, DESCRIPTOR_NOT_FETCHED, DESCRIPTOR_MALFORMED,
 *   DESCRIPTOR_TOO_LARGE, REFERENCE_REFUSED, REFERENCE_UNRESOLVED
 */
export function loadDescriptor(location: string, options: LoadOptions = {}): Promise<Descriptor> {
  const limits = withDefaultLimits(options.limits);
  return asDescriptorError(shownLocation(location), () => {
    if (location === '-') return loadStandardInput(limits, options);
    if (isHttpUrl(location)) return loadUrl(location, limits, options);
    return loadFile(location, limits, options);
  });
}

/**
 * Loads a descriptor whose text is at hand from its URL, as `loadDescriptor` does; undefined where its server says
 * that the text is still the one there.
 *
 * @param known what the server said of the text that is at hand
 * @throws DescriptorError as `loadDescriptor`
 */
export function loadIfChanged(
  location: string,
  known: Validators,
  options: LoadOptions = {},
): Promise<Descriptor | undefined> {
  const limits = withDefaultLimits(options.limits);
  return asDescriptorError(shownLocation(location), async () => {
    const { url, fetchOptions } = addressOf(location, limits, options);
    options.onPhase?.('fetch', shownLocation(location));
    const answer = await fetchAnswer(url, { ...fetchOptions, known });
    return answer.status === 304 ? undefined : ofAnswer(url, answer, fetchOptions, options);
  });
}

async function loadStandardInput(limits: LoadLimits, { onPhase }: LoadOptions): Promise<Descriptor> {
  onPhase?.('read', '-');
  const text = decodeText(await readStream(process.stdin, limits));
  return buildDescriptor(text, { key: '-', shown: '-' }, noReader, limits, onPhase);
}

async function loadUrl(location: string, limits: LoadLimits, options: LoadOptions): Promise<Descriptor> {
  const { url, fetchOptions } = addressOf(location, limits, options);
  options.onPhase?.('fetch', shownLocation(location));
  return ofAnswer(url, await fetchAnswer(url, fetchOptions), fetchOptions, options);
}

function addressOf(
  location: string,
  limits: LoadLimits,
  { headers = {}, fetchTimeoutMs = DEFAULT_FETCH_TIMEOUT_MS }: LoadOptions,
): { url: URL; fetchOptions: FetchOptions } {
  if (!URL.canParse(location))
    throw new SourceFailure('DESCRIPTOR_NOT_FETCHED', 'is no address', 'Check the address');
  return { url: new URL(location), fetchOptions: { headers, timeoutMs: fetchTimeoutMs, limits } };
}

async function ofAnswer(
  url: URL,
  answer: HttpAnswer,
  fetchOptions: FetchOptions,
  { onPhase }: LoadOptions,
): Promise<Descriptor> {
  const reader = new UrlReader(url, fetchOptions);
  const text = decodeText(answer.body);
  const loaded = await buildDescriptor(text, reader.root, reader, fetchOptions.limits, onPhase);
  const files = loaded.origin?.files ?? [];
  // What one of several files is known by says nothing about the others.
  return files.length > 1 ? loaded : { ...loaded, origin: { files, validators: validatorsOf(answer) } };
}

async function loadFile(location: string, limits: LoadLimits, options: LoadOptions): Promise<Descriptor> {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(location)) {
    throw new SourceFailure(
      'DESCRIPTOR_UNREADABLE',
      'is a kind of URL that is not read',
      'Name a path, or an http or https URL',
    );
  }
  const path = resolve(options.baseFolder ?? '.', location);
  options.onPhase?.('read', visibleText(location));
  const text = decodeText(await readLocalFile(path, limits));
  const reader = await FileReader.beside(path, location, limits);
  return buildDescriptor(text, reader.root, reader, limits, options.onPhase);
}
