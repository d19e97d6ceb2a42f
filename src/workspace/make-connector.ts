import { selectServiceObjects } from '../describe/select-service-objects.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import { emitTypeScript } from '../emit/typescript/emit-typescript.js';
import type { Connector } from '../model/connector.js';
import type { Selection, ServiceInstance } from '../model/service-instance.js';
import { checkSelection } from './check-selection.js';
import { describeUsable, type PlacedProblem } from './describe-descriptor.js';
import type { OnPhase } from './load-source.js';
import { readRegisteredDescriptor } from './read-registered-descriptor.js';

/** A connector in memory. */
export interface Made {
  /** With the selection as it is to be remembered. */
  readonly instance: ServiceInstance;
  readonly selected: Connector;
  readonly files: readonly EmittedFile[];
  readonly problems: readonly PlacedProblem[];
}

/**
 * Makes one connector from its registered descriptor; nothing is written.
 *
 * @param selection instead of the remembered one
 * @throws RegistrationError REGISTRATION_INVALID, SERVICE_OBJECT_UNKNOWN; DescriptorError
 */
export async function makeConnector(
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
