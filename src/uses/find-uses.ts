import { SettingError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import { CodeReader } from './code-reader.js';
import { ConnectorUses } from './connector-uses.js';
import { connectorsIn, GeneratedCode, type GeneratedConnector, isGenerated } from './generated-code.js';
import { openProgram } from './open-program.js';
import type { TypeScript } from './typescript.js';

/** One file of a generated connector, by its path in the connector's folder. */
export interface ConnectorFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Finds where workflow code touches the generated connector of a Service Instance. What lies in the connector's
 * folder may have been generated again since: the code is read as if the given files stood there.
 *
 * @param folder of the code; the connector may lie in it or elsewhere
 * @param serviceInstance decides where the code imports several connectors
 * @param connector what the code was written for
 * @throws SettingError USAGE_WRONG without the package `typescript`, when the folder holds no code, or no connector
 *   can be told
 */
export async function findUses(
  folder: string,
  serviceInstance: string,
  connector: readonly ConnectorFile[],
): Promise<ConnectorUses> {
  const typescript = await loadTypeScript();
  const opened = openProgram(typescript, folder);
  const standing = connectorFor(connectorsIn(opened.program), serviceInstance, folder);
  const texts = new Map(connector.map(({ path, content }) => [path, content]));
  const { program, files } = opened.withFolder(standing.folder, texts);
  // Asking for it links every node to the one it stands in.
  const checker = program.getTypeChecker();
  const generated = new GeneratedCode(typescript, program, standing);
  const uses = new ConnectorUses();
  const reader = new CodeReader(typescript, checker, generated, uses);
  for (const file of files) if (!isGenerated(file)) reader.read(file);
  return uses;
}

async function loadTypeScript(): Promise<TypeScript> {
  try {
    return (await import('typescript')).default;
  } catch (cause) {
    throw new SettingError('USAGE_WRONG', {
      who: '--uses',
      what: 'the package typescript is not installed, and code is read with it',
      advice: 'Install it beside rest-broker: npm install --save-dev typescript',
      cause,
    });
  }
}

/** The connector of that name, else the only one there is. */
function connectorFor(
  connectors: readonly GeneratedConnector[],
  serviceInstance: string,
  folder: string,
): GeneratedConnector {
  const found = connectors.find(({ name }) => name === serviceInstance) ?? connectors[0];
  const isClear = found?.name === serviceInstance || connectors.length === 1;
  if (found !== undefined && isClear) return found;
  const names = connectors.map(({ name }) => name).join(', ');
  throw new SettingError('USAGE_WRONG', {
    who: `--uses ${quoted(folder)}`,
    what:
      found === undefined
        ? 'nothing in it imports a generated connector'
        : `it imports the connectors ${names}, and none is called ${quoted(serviceInstance)}`,
    advice:
      found === undefined
        ? 'Name the folder of the workflow code, and generate the connector it imports'
        : 'Compare with a registered name, so that it is clear which one is meant',
  });
}
