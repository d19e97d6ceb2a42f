import { compareText } from '../../base/compare-text.js';
import type { ServiceInstance } from '../../model/service-instance.js';
import { type LockedConnector, optionsHash } from './connectors-lock.js';
import type { StandingFile } from './standing-connector.js';

/** Why a connector is not what generating it now would give. */
export type StaleCause =
  /** Nothing was ever generated, and nothing of ours stands there. */
  | 'never-generated'
  /** Something stands there that the lock knows nothing of. */
  | 'not-locked'
  /** The lock has files otherwise than they stand there, which is as generating them would give. */
  | 'lock-outdated'
  | 'descriptor-changed'
  | 'generator-changed'
  | 'settings-changed'
  /** What stands there is not what was generated. */
  | 'edited'
  | 'missing'
  | 'left-over';

/**
 * What is wrong with one file. `added`: generating would add it · `changed`: it would be generated otherwise ·
 * `missing`: it was generated and is gone · `left-over`: nobody wants it any more · `edited`: somebody changed what
 * was generated · `foreign`: something that we did not make stands where it must go.
 */
export type FileFault = 'added' | 'changed' | 'missing' | 'left-over' | 'edited' | 'foreign';

export interface JudgedFile {
  /** Relative to the connector's folder. */
  readonly path: string;
  readonly fault: FileFault;
}

/** What of a connector's inputs is not as the lock has it; nothing where all is. */
export function inputCauses(
  instance: ServiceInstance,
  locked: LockedConnector | undefined,
  generator: string,
  standing: ReadonlyMap<string, StandingFile>,
): StaleCause[] {
  if (locked === undefined) {
    const isOurs = [...standing.values()].some((file) => file.isOurs);
    return [isOurs ? 'not-locked' : 'never-generated'];
  }
  return [
    ...(locked.descriptor === instance.descriptor.sha256 ? [] : (['descriptor-changed'] as const)),
    ...(locked.generator === generator ? [] : (['generator-changed'] as const)),
    ...(locked.options === optionsHash(instance.settings) ? [] : (['settings-changed'] as const)),
  ];
}

/**
 * Every file that is not as it should be, in the order of the paths.
 *
 * @param wanted SHA-256 by path: of what generating now gives, or of what the lock says it gave
 */
export function judgeFiles(
  wanted: ReadonlyMap<string, string>,
  standing: ReadonlyMap<string, StandingFile>,
  locked: LockedConnector | undefined,
): JudgedFile[] {
  const judged: JudgedFile[] = [];
  for (const [path, hash] of wanted) {
    const fault = faultOf(hash, standing.get(path), lockedHash(locked, path));
    if (fault !== undefined) judged.push({ path, fault });
  }
  for (const [path, { isOurs, sha256 }] of standing) {
    if (!isOurs || wanted.has(path)) continue;
    const was = lockedHash(locked, path);
    judged.push({ path, fault: was === undefined || was === sha256 ? 'left-over' : 'edited' });
  }
  return judged.sort((left, right) => compareText(left.path, right.path));
}

function faultOf(
  wanted: string,
  standing: StandingFile | undefined,
  locked: string | undefined,
): FileFault | undefined {
  if (standing === undefined) return locked === undefined ? 'added' : 'missing';
  if (standing.sha256 === wanted) return undefined;
  if (!standing.isOurs) return 'foreign';
  return locked === undefined || locked === standing.sha256 ? 'changed' : 'edited';
}

function lockedHash(locked: LockedConnector | undefined, path: string): string | undefined {
  return locked !== undefined && Object.hasOwn(locked.files, path) ? locked.files[path]?.sha256 : undefined;
}
