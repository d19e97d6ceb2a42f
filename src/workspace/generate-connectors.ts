import { join, resolve } from 'node:path';
import { SettingError } from '../base/errors.js';
import { selectServiceObjects } from '../describe/select-service-objects.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import { emitTypeScript } from '../emit/typescript/emit-typescript.js';
import { isMadeByUs } from '../emit/typescript/file-header.js';
import type { Connector } from '../model/connector.js';
import type { Selection, ServiceInstance } from '../model/service-instance.js';
import { checkSelection } from './check-selection.js';
import { describeUsable, type PlacedProblem } from './describe-descriptor.js';
import { findServiceInstances } from './find-service-instances.js';
import type { OnPhase } from './load-source.js';
import { planReplacement } from './plan-replacement.js';
import { readRegisteredDescriptor } from './read-registered-descriptor.js';
import { type Replaced, replaceFiles } from './replace-files.js';
import { checkServiceInstance, saveServiceInstance } from './save-service-instance.js';

export const DEFAULT_OUT = 'generated';

export interface GenerateOptions {
  /** Without names: all that are registered. */
  readonly names?: readonly string[];
  /**
   * What to generate of the one Service Instance, and to remember; `all` forgets what was remembered. Absent:
   * what is remembered.
   */
  readonly selection?: Selection | 'all';
  /** Folder of the connectors, from the workspace folder. Default `generated`. */
  readonly out?: string;
  readonly onPhase?: OnPhase;
}

export interface Generated extends Replaced {
  readonly name: string;
  /** Folder of the connector, to be shown. */
  readonly folder: string;
  /** Absent: everything is generated. */
  readonly selection?: Selection;
  /** System names that were not selected but are needed by what was. */
  readonly broughtAlong: readonly string[];
  readonly problems: readonly PlacedProblem[];
}

/**
 * Generates connectors from the registered descriptors. Nothing is written before all of them are made and
 * nothing stands in their way.
 *
 * @param folder the workspace
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN, REGISTRATION_INVALID, SERVICE_OBJECT_UNKNOWN
 * @throws SettingError USAGE_WRONG; DescriptorError; OutputError OUTPUT_REFUSED
 */
export async function generateConnectors(
  folder: string,
  options: GenerateOptions = {},
): Promise<Generated[]> {
  const { names, selection, onPhase } = options;
  const instances = await findServiceInstances(folder, names);
  if (selection !== undefined && selection !== 'all' && instances.length > 1)
    throw selectsFromMany(instances);
  const made: Made[] = [];
  for (const instance of instances) made.push(await make(folder, instance, selection, onPhase));
  const out = resolve(folder, options.out ?? DEFAULT_OUT);
  for (const { instance, files } of made) {
    checkServiceInstance(instance);
    planReplacement(join(out, instance.name), files, isMadeByUs);
  }
  const generated: Generated[] = [];
  for (const one of made) {
    const replaced = await replaceFiles(join(out, one.instance.name), one.files, isMadeByUs);
    generated.push(report(one, join(folder, options.out ?? DEFAULT_OUT, one.instance.name), replaced));
  }
  if (selection !== undefined) for (const { instance } of made) await saveServiceInstance(folder, instance);
  return generated;
}

interface Made {
  /** With the selection as it is to be remembered. */
  readonly instance: ServiceInstance;
  readonly selected: Connector;
  readonly files: readonly EmittedFile[];
  readonly problems: readonly PlacedProblem[];
}

async function make(
  folder: string,
  registered: ServiceInstance,
  selection: Selection | 'all' | undefined,
  onPhase?: OnPhase,
): Promise<Made> {
  const { name: serviceInstance, settings, descriptor } = registered;
  const loaded = await readRegisteredDescriptor(folder, registered, onPhase);
  const { source, file } = descriptor;
  const { connector, problems } = describeUsable(loaded, { serviceInstance, settings, source });
  const instance = withSelection(registered, selection, connector);
  // What is emitted tells the settings as they are to be remembered, not as they were.
  const whole = { ...connector, settings: instance.settings };
  const selected = selectServiceObjects(whole, instance.settings.selection);
  const files = emitTypeScript(selected, { descriptorFile: file, whole, problems });
  return { instance, selected, files, problems };
}

function withSelection(
  instance: ServiceInstance,
  wanted: Selection | 'all' | undefined,
  connector: Connector,
): ServiceInstance {
  const { selection: remembered, ...settings } = instance.settings;
  const chosen = wanted ?? remembered;
  if (chosen === undefined || chosen === 'all') return { ...instance, settings };
  return { ...instance, settings: { ...settings, selection: checkSelection(connector, chosen) } };
}

function report({ instance, selected, problems }: Made, folder: string, replaced: Replaced): Generated {
  const { selection } = instance.settings;
  const chosen =
    selection === undefined ? undefined : new Set([...selection.objects, ...selection.systemTypes]);
  const names = selected.serviceObjects.map(({ systemName }) => systemName);
  return {
    name: instance.name,
    folder,
    ...replaced,
    ...(selection === undefined ? {} : { selection }),
    broughtAlong: chosen === undefined ? [] : names.filter((name) => !chosen.has(name)),
    problems,
  };
}

function selectsFromMany(instances: readonly ServiceInstance[]): SettingError {
  return new SettingError('USAGE_WRONG', {
    who: '--objects and --system-types',
    what: `they select from one Service Instance, and ${instances.length} are to be generated`,
    advice: `Name one of them: ${instances.map(({ name }) => name).join(', ')}`,
  });
}
