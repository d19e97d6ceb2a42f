import { isAbsolute, join } from 'node:path';

/** The folder of the connectors in a workspace, where no other is chosen. */
export const DEFAULT_OUT = 'generated';

/**
 * The folder of the connectors as it may be shown, from where the command runs.
 *
 * @param folder the workspace
 * @param out as it was chosen: from the workspace, or absolute
 */
export function outFolder(folder: string, out = DEFAULT_OUT): string {
  return isAbsolute(out) ? out : join(folder, out);
}
