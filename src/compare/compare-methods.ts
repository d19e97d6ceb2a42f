import type { Connector, Input } from '../model/connector.js';
import type { Change, ChangeEnd } from './change.js';
import { compareMethod } from './compare-method.js';
import { makeChange } from './make-change.js';
import type { MatchedMethods, MethodPair, PlacedMethod } from './matching/match-methods.js';
import type { MethodFinding } from './method-finding.js';
import type { Comparing } from './values/comparing.js';

/** What became of each Method. */
export function compareMethods(
  before: Connector,
  after: Connector,
  { pairs, gone, come }: MatchedMethods,
  comparing: Comparing,
): Change[] {
  return [
    ...gone.map((placed) => makeChange({ code: 'method-removed' }, { before: methodEnd(placed) })),
    ...come.map((placed) => makeChange({ code: 'method-added' }, { after: methodEnd(placed) })),
    ...pairs.flatMap((pair) =>
      compareMethod(pair.before, pair.after, { before, after }, comparing).map((finding) =>
        changeOf(finding, pair),
      ),
    ),
  ];
}

function methodEnd({ object, method: { systemName, pointer } }: PlacedMethod): ChangeEnd {
  return { subject: { part: 'method', object, method: systemName }, pointer };
}

function changeOf(finding: MethodFinding, { before, after }: MethodPair): Change {
  const { input, output } = finding;
  if (input !== undefined)
    return makeChange(finding, {
      ...(input.before === undefined ? {} : { before: inputEnd(before, input.before) }),
      ...(input.after === undefined ? {} : { after: inputEnd(after, input.after) }),
    });
  if (output !== undefined)
    return makeChange(finding, {
      ...(output.before === undefined ? {} : { before: outputEnd(before, output.before) }),
      ...(output.after === undefined ? {} : { after: outputEnd(after, output.after) }),
    });
  return makeChange(finding, { before: methodEnd(before), after: methodEnd(after) });
}

function inputEnd({ object, method }: PlacedMethod, { systemName, pointer }: Input): ChangeEnd {
  const subject = { part: 'input', object, method: method.systemName, input: systemName } as const;
  return pointer === undefined ? { subject } : { subject, pointer };
}

function outputEnd({ object, method }: PlacedMethod, output: string): ChangeEnd {
  const subject = { part: 'output', object, method: method.systemName, output } as const;
  return { subject, pointer: method.pointer };
}
