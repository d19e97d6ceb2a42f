import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RestBrokerError } from '../../src/base/errors.js';
import type { EmittedFile } from '../../src/emit/emitted-file.js';
import { emitTypeScript } from '../../src/emit/typescript/emit-typescript.js';
import { loadDescriptor } from '../../src/load/load-descriptor.js';
import { DEFAULT_SETTINGS, type ServiceInstanceSettings } from '../../src/model/service-instance.js';
import { describeThoroughly, describeUsable } from '../../src/workspace/descriptors/describe-descriptor.js';
import { checkEmitted } from './check-emitted.js';
import { checkProblems, checkRefusal } from './check-messages.js';
import { Finding } from './finding.js';
import type { FuzzCase } from './fuzz-case.js';
import { copySiblings } from './seed-descriptors.js';

/** Most CPU time that one descriptor may cost, in milliseconds: a machine under load lends none of it. */
export const MAX_CASE_MS = 10_000;

/** What became of a case where nothing is wrong: a connector, or a refusal with place and reason. */
export interface Outcome {
  readonly files: readonly EmittedFile[] | undefined;
  /** Code of the error that refused it. */
  readonly refusal?: string;
}

const SETTINGS: readonly Partial<ServiceInstanceSettings>[] = [
  {},
  { addHttpRequestHeaders: true, addHttpResponseHeaders: true, includeInternal: true },
  { placement: 'response', appendPropertyTypes: true },
];

/** Runs cases, each in a file among the files that it may refer to. */
export class CaseRunner {
  readonly #folder = mkdtempSync(join(tmpdir(), 'rest-broker-fuzz-'));

  constructor() {
    copySiblings(this.#folder);
  }

  /** Removes the folder. */
  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /**
   * Load, normalize, describe and emit, twice.
   *
   * @throws Finding
   */
  async run(fuzzCase: FuzzCase): Promise<Outcome> {
    const file = `fuzz-case.${fuzzCase.format}`;
    writeFileSync(join(this.#folder, fuzzCase.folder, file), fuzzCase.bytes);
    const startedAt = process.cpuUsage();
    const first = await this.#once(fuzzCase, file);
    const { user, system } = process.cpuUsage(startedAt);
    const spentMs = (user + system) / 1000;
    if (spentMs > MAX_CASE_MS) throw new Finding('slow', `took ${Math.round(spentMs)} ms of CPU`);
    const second = await this.#once(fuzzCase, file);
    if (JSON.stringify(first) !== JSON.stringify(second))
      throw new Finding('not the same twice', 'the same descriptor gave other bytes the second time');
    return first;
  }

  async #once({ folder, settings }: FuzzCase, file: string): Promise<Outcome> {
    try {
      const files = await generate(join(this.#folder, folder), file, settings);
      checkEmitted(files);
      return { files };
    } catch (error) {
      if (error instanceof Finding) throw error;
      if (!(error instanceof RestBrokerError)) throw crash(error);
      checkRefusal(error);
      return { files: undefined, refusal: error.code };
    }
  }
}

async function generate(folder: string, file: string, choice: number): Promise<readonly EmittedFile[]> {
  const descriptor = await loadDescriptor(file, { baseFolder: folder });
  const settings = { ...DEFAULT_SETTINGS, ...SETTINGS[choice % SETTINGS.length] };
  const options = { serviceInstance: 'fuzz', settings, source: file };
  const { connector, problems } = describeUsable(descriptor, options);
  checkProblems(problems);
  // The specification's own schema is asked too, now and then: it costs more than all the rest.
  if (choice === 5) checkProblems((await describeThoroughly(descriptor, options)).problems);
  return emitTypeScript(connector, { descriptorFile: 'descriptors/fuzz.json', whole: connector, problems });
}

/** Known by what was thrown and by the spot of our own that threw it, or called what threw it. */
function crash(error: unknown): Finding {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const at = /at (?:async )?(\S+) .*?\/src\/([\w/.-]+\.ts)/.exec(stack);
  const where = at === null ? 'somewhere' : `${at[1]} (src/${at[2]})`;
  return new Finding(`${name} in ${where}`, `${name}: ${message}`, error);
}
