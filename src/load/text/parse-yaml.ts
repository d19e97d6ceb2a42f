import type { JsonTree } from '../descriptor.js';
import type { LoadLimits } from '../load-limits.js';
import { tooLarge } from '../too-large.js';
import {
  composeYaml,
  problemAt,
  type YamlBounds,
  YamlOutOfBounds,
  type YamlProblem,
} from './compose-yaml.js';
import type { LinePosition } from './line-index.js';
import { TextFault } from './text-fault.js';
import { YamlLocator } from './yaml-locator.js';
import { YamlFault, YamlTooLarge, yamlTree } from './yaml-tree.js';

/**
 * The plain tree of a YAML text.
 *
 * @throws TextFault where it cannot be read as one JSON-like document
 * @throws SourceFailure DESCRIPTOR_TOO_LARGE
 */
export function parseYaml(text: string, limits: LoadLimits): JsonTree {
  try {
    const { document, lines, problems } = composeYaml(text, boundsOf(limits));
    if (problems[0] !== undefined) throw faultOf(problems[0], problems.length - 1);
    try {
      return yamlTree(document, limits.maxYamlNodes);
    } catch (fault) {
      throw fault instanceof YamlFault ? faultOf(problemAt(lines, fault.offset, fault.message), 0) : fault;
    }
  } catch (fault) {
    if (fault instanceof YamlTooLarge) throw tooLarge('maxYamlNodes', limits);
    if (fault instanceof YamlOutOfBounds) {
      throw tooLarge(fault.bound === 'maxDepth' ? 'maxDepth' : 'maxYamlNodes', limits);
    }
    throw fault;
  }
}

/** Finds pointers in YAML text that has been parsed once; reads it a second time. */
export function locateInYaml(text: string, limits: LoadLimits): (tokens: readonly string[]) => LinePosition {
  const { document, lines } = composeYaml(text, boundsOf(limits));
  const locator = new YamlLocator(document);
  return (tokens) => {
    const { line, col } = lines.linePos(locator.offsetOf(tokens));
    return { line, column: col };
  };
}

function boundsOf(limits: LoadLimits): YamlBounds {
  return { maxDepth: limits.maxDepth, maxNodes: limits.maxYamlNodes };
}

function faultOf({ message, line, column }: YamlProblem, more: number): TextFault {
  const what = more === 0 ? message : `${message} (and ${more} more)`;
  return new TextFault(`cannot be read as YAML: ${what}`, { line, column });
}
