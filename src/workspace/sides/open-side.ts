import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { visibleText } from '../../base/visible-text.js';
import type { Descriptor } from '../../load/descriptor.js';
import { parseDescriptor } from '../../load/parse-descriptor.js';
import type { Connector } from '../../model/connector.js';
import type { ServiceInstance } from '../../model/service-instance.js';
import { loadOptions, loadSource, type OnPhase } from '../descriptors/load-source.js';
import { readRegisteredDescriptor } from '../descriptors/read-registered-descriptor.js';
import { findByName } from '../inspect-descriptor.js';
import { entriesIn, registeredNow } from '../registry/read-service-instances.js';
import { REGISTRY_FILE } from '../registry/registry-text.js';
import { fromEntry } from '../registry/service-instance-entry.js';
import { unknownServiceInstance } from '../registry/unknown-service-instance.js';
import { fileAtRevision, findRevision, type Revision } from './git-revision.js';
import { isConnectorJson, readConnectorJson } from './read-connector-json.js';

/** One side of a comparison as it was found. */
export type OpenedSide =
  /** A descriptor named by its location: it has no settings of its own. */
  | { readonly kind: 'location'; readonly loaded: Descriptor; readonly source: string }
  | { readonly kind: 'registered'; readonly loaded: Descriptor; readonly instance: ServiceInstance }
  | { readonly kind: 'connector'; readonly loaded: Descriptor; readonly connector: Connector };

const AT_REVISION = /^([A-Za-z_][A-Za-z0-9_-]{0,63})@(.+)$/s;

/**
 * Finds what one side of a comparison names: a registered name before a file of that name, and `name@revision`
 * before a file called so, where the name is registered.
 *
 * @param asked name, `name@revision`, file, folder of a connector, URL, or `-` for standard input
 * @throws RegistrationError SERVICE_INSTANCE_UNKNOWN, REGISTRATION_INVALID
 * @throws DescriptorError also CONNECTOR_MALFORMED, REVISION_UNREADABLE
 * @throws SettingError USAGE_WRONG
 */
export async function openSide(folder: string, asked: string, onPhase?: OnPhase): Promise<OpenedSide> {
  const [, name, revision] = AT_REVISION.exec(asked) ?? [];
  if (name !== undefined && revision !== undefined && !(await isFileInstead(folder, asked, name)))
    return openRevision(folder, name, await findRevision(folder, revision), onPhase);
  const instance = await findByName(folder, asked);
  if (instance === undefined) return openLocation(asked, onPhase);
  return { kind: 'registered', instance, loaded: await readRegisteredDescriptor(folder, instance, onPhase) };
}

async function isFileInstead(folder: string, asked: string, name: string): Promise<boolean> {
  if (!existsSync(asked)) return false;
  return !(await registeredNow(folder)).some((instance) => instance.name === name);
}

async function openLocation(asked: string, onPhase?: OnPhase): Promise<OpenedSide> {
  const loaded = await loadSource(isFolder(asked) ? join(asked, 'connector.json') : asked, onPhase);
  return isConnectorJson(loaded)
    ? { kind: 'connector', loaded, connector: readConnectorJson(loaded) }
    : { kind: 'location', loaded, source: asked };
}

/** The folder of a connector may be named as well as the file in it. */
function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The registered copy and its settings, both as they were. */
async function openRevision(
  folder: string,
  name: string,
  revision: Revision,
  onPhase?: OnPhase,
): Promise<OpenedSide> {
  const shown = (path: string): string => `${revision.name}:${join(folder, path).replaceAll('\\', '/')}`;
  onPhase?.('read', visibleText(shown(REGISTRY_FILE)));
  const registry = await fileAtRevision(folder, revision, REGISTRY_FILE);
  const entries = await entriesIn(registry.toString('utf8'), shown(REGISTRY_FILE));
  const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
  if (entry === undefined) throw unknownServiceInstance(shown(REGISTRY_FILE), name, Object.keys(entries));
  const instance = fromEntry(name, entry);
  const { file } = instance.descriptor;
  const text = (await fileAtRevision(folder, revision, file)).toString('utf8');
  const loaded = await parseDescriptor(text, shown(file), loadOptions(onPhase));
  return { kind: 'registered', loaded, instance };
}
