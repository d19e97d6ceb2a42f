import type { Connector } from '../../model/connector.js';
import { SIGNATURE } from '../../model/signature.js';
import { lineComment, type SafeText } from './safe-text.js';

/** The first lines of a file. */
export interface HeaderView {
  readonly madeBy: SafeText;
  readonly howToMake: SafeText;
}

/** What made a file, from what, and how to make it again. No date, no machine: the same input gives the same bytes. */
export function headerOf(connector: Connector, descriptorFile: string): HeaderView {
  const from = `${SIGNATURE} from ${descriptorFile} (${connector.title} ${connector.version}).`;
  return {
    madeBy: lineComment(from),
    howToMake: lineComment(
      `Do not edit: \`rest-broker generate ${connector.serviceInstance}\` makes it again.`,
    ),
  };
}

/** Whether a file's content says that we made it: only such files are ever replaced or removed. */
export function isMadeByUs(content: string): boolean {
  return content.startsWith(`// ${SIGNATURE} `) || content.startsWith(`{\n  "madeBy": "rest-broker"`);
}
