import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { SettingError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import { systemReason } from './system-reason.js';

/**
 * Watches files by watching the folders they lie in: an editor that writes a new file and gives it the old one's
 * name would end the watch of the file itself.
 */
export class FileWatch {
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #onChange: (path: string) => void;
  #files: ReadonlySet<string> = new Set();

  /** @param onChange told of a watched file that was written, replaced, removed or came back */
  constructor(onChange: (path: string) => void) {
    this.#onChange = onChange;
  }

  /**
   * Watches these files, and no others any more.
   *
   * @param files absolute paths
   * @throws SettingError SETTING_INVALID when one's folder cannot be watched
   */
  watch(files: readonly string[]): void {
    this.#files = new Set(files);
    const folders = new Set(files.map((file) => dirname(file)));
    for (const [folder, watcher] of this.#watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of folders) if (!this.#watchers.has(folder)) this.#open(folder);
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #open(folder: string): void {
    try {
      const watcher = watch(folder, (_event, name) => this.#tell(folder, name));
      watcher.on('error', () => this.#lose(folder));
      this.#watchers.set(folder, watcher);
    } catch (cause) {
      throw new SettingError('SETTING_INVALID', {
        who: quoted(folder),
        what: `it cannot be watched: ${systemReason(cause)}`,
        advice: 'Mend that and try again',
        cause,
      });
    }
  }

  /** Some systems do not say which file it was: then it may have been any. */
  #tell(folder: string, name: string | null): void {
    for (const file of this.#files) {
      if (dirname(file) === folder && (name === null || basename(file) === name)) this.#onChange(file);
    }
  }

  /** The folder went away; whatever is asked to be watched next opens it again. */
  #lose(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }
}
