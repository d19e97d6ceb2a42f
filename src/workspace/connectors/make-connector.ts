import { selectServiceObjects } from '../../describe/select-service-objects.js';
import { emitTypeScript } from '../../emit/typescript/emit-typescript.js';
import type { Descriptor } from '../../load/descriptor.js';
import type { Connector } from '../../model/connector.js';
import type { Selection, ServiceInstance } from '../../model/service-instance.js';
import { describeUsable, type PlacedProblem } from '../descriptors/describe-descriptor.js';
import { readRegisteredDescriptor } from '../descriptors/read-registered-descriptor.js';
import { type WantedFile, wantedFile } from '../folders/wanted-file.js';
import { type OnProgress, phasesOf } from '../progress.js';
import { checkSelection } from './check-selection.js';

/** A connector in memory. */
export interface Made {
  /** With the selection as it is to be remembered. */
  readonly instance: ServiceInstance;
  /** Everything that the descriptor describes. */
  readonly whole: Connector;
  /** What of it is generated. */
  readonly selected: Connector;
  readonly files: readonly WantedFile[];
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
  selection?: Selection | 'all',
  onProgress?: OnProgress,
): Promise<Made> {
  const loaded = await readRegisteredDescriptor(folder, registered, phasesOf(registered.name, onProgress));
  return makeFromDescriptor(registered, loaded, selection, onProgress);
}

/**
 * The same from a descriptor that is at hand.
 *
 * @throws RegistrationError SERVICE_OBJECT_UNKNOWN; DescriptorError
 */
export function makeFromDescriptor(
  registered: ServiceInstance,
  loaded: Descriptor,
  selection?: Selection | 'all',
  onProgress?: OnProgress,
): Made {
  const { name, settings, descriptor } = registered;
  const { source, file } = descriptor;
  onProgress?.({ step: 'describe', name });
  const { connector, problems } = describeUsable(loaded, { serviceInstance: name, settings, source });
  const instance = withSelection(registered, selection, connector);
  // What is emitted tells the settings as they are to be remembered, not as they were.
  const whole = { ...connector, settings: instance.settings };
  const selected = selectServiceObjects(whole, instance.settings.selection);
  onProgress?.({ step: 'emit', name });
  const files = emitTypeScript(selected, { descriptorFile: file, whole, problems }).map(wantedFile);
  return { instance, whole, selected, files, problems };
}

function withSelection(
  instance: ServiceInstance,
  wanted: Selection | 'all' | undefined,
  connector: Connector,
): ServiceInstance {
  const { selection: remembered, ...settings } = instance.settings;
  const chosen = wanted ?? remembered;
  if (chosen === undefined || chosen === 'all') return { ...instance, settings };
  const selection = checkSelection(connector, chosen, wanted === undefined ? 'remembered' : 'given');
  return { ...instance, settings: { ...settings, selection } };
}
