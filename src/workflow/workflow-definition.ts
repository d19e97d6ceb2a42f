import { WorkflowError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import type { DataFieldDefinitions, DataFields } from './data-fields.js';
import type { Steps } from './steps.js';

export type WorkflowFunction<I, O> = (input: I, step: Steps) => Promise<O>;

export interface DefineOptions {
  /**
   * Give another when the steps change: a run that was started on a version finishes on it, so keep defining
   * the old one until its runs have ended. Default `1`.
   */
  readonly version?: string;
  readonly dataFields?: DataFieldDefinitions;
  readonly description?: string;
  /** Category, as K2 shows it. Default empty. */
  readonly folder?: string;
}

/** A workflow that can be started. */
export interface WorkflowDefinition<I extends object = DataFields, O = unknown> {
  readonly name: string;
  readonly version: string;
  readonly dataFields: DataFieldDefinitions;
  readonly description: string;
  readonly folder: string;
  readonly run: WorkflowFunction<I, O>;
}

export function makeDefinition<I extends object, O>(
  name: string,
  options: DefineOptions,
  run: WorkflowFunction<I, O>,
): WorkflowDefinition<I, O> {
  const { version = '1', dataFields = {}, description = '', folder = '' } = options;
  if (!isPlainName(name) || !isPlainName(version)) {
    throw new WorkflowError('DEFINITION_INVALID', {
      who: `Workflow ${quoted(name)}`,
      what: 'its name and version are text of 1 to 100 visible characters',
    });
  }
  return Object.freeze({ name, version, dataFields, description, folder, run });
}

/** The definitions of a process, every version of each. */
export class Definitions {
  readonly #byName = new Map<string, WorkflowDefinition[]>();

  add(definition: WorkflowDefinition): void {
    const versions = this.#byName.get(definition.name) ?? [];
    if (versions.some(({ version }) => version === definition.version)) {
      throw new WorkflowError('DEFINITION_INVALID', {
        who: `Workflow ${quoted(definition.name)}`,
        what: `version ${quoted(definition.version)} is defined already`,
        advice: 'Give the new definition another version',
      });
    }
    versions.push(definition);
    this.#byName.set(definition.name, versions);
  }

  /** The version defined last: new runs start on it. */
  newest(name: string): WorkflowDefinition {
    const definition = this.#byName.get(name)?.at(-1);
    if (definition !== undefined) return definition;
    throw new WorkflowError('DEFINITION_UNKNOWN', {
      who: `Workflow ${quoted(name)}`,
      what: 'it is not defined here',
      advice: `Defined are: ${[...this.#byName.keys()].map(quoted).join(', ') || 'none'}`,
    });
  }

  all(): WorkflowDefinition[] {
    return [...this.#byName.values()].flat();
  }
}

function isPlainName(text: string): boolean {
  return /^[^\p{C}\p{Zl}\p{Zp}]{1,100}$/u.test(text) && text.trim() !== '';
}
