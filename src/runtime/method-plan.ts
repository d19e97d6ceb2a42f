import type { CellType, InputDefinition, MethodDefinition, ParameterStyle } from '../model/definition.js';
import { RecordShape } from './record.js';

/** One input, with every default of its definition settled. */
export interface PlannedInput {
  readonly systemName: string;
  readonly name: string;
  readonly in: InputDefinition['in'];
  readonly type: CellType;
  readonly required: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly mediaType: string | undefined;
  /** What an item must hold, by wire name. */
  readonly item: { readonly required: readonly string[]; readonly shape: RecordShape } | undefined;
}

/** Text between path arguments, and the index of the input that fills the gap behind it. */
export interface PathPiece {
  readonly text: string;
  readonly input: number | undefined;
}

/** A Method's definition made ready to be run many times. */
export interface MethodPlan {
  /** `nwc › Tasks › Get_tasks`. */
  readonly who: string;
  readonly definition: MethodDefinition;
  readonly inputs: readonly PlannedInput[];
  readonly indexByLowerName: ReadonlyMap<string, number>;
  readonly path: readonly PathPiece[];
  /** Shapes of the `record` answers, by code. */
  readonly records: ReadonlyMap<string, RecordShape>;
}

export function planMethod(definition: MethodDefinition, who: string): MethodPlan {
  const inputs = Object.entries(definition.inputs ?? {}).map(([systemName, input]) =>
    planInput(systemName, input),
  );
  return {
    who,
    definition,
    inputs,
    indexByLowerName: new Map(inputs.map((input, index) => [input.systemName.toLowerCase(), index])),
    path: planPath(definition.path, inputs),
    records: recordsOf(definition),
  };
}

function planInput(systemName: string, input: InputDefinition): PlannedInput {
  const style = input.style ?? (input.in === 'path' || input.in === 'header' ? 'simple' : 'form');
  return {
    systemName,
    name: input.name ?? systemName,
    in: input.in,
    type: input.type,
    required: input.required === true,
    style,
    explode: input.explode ?? style === 'form',
    allowReserved: input.allowReserved === true,
    mediaType: input.mediaType,
    item: input.item && {
      required: input.item.required ?? [],
      shape: new RecordShape({ properties: input.item.properties }),
    },
  };
}

function planPath(template: string, inputs: readonly PlannedInput[]): PathPiece[] {
  const pieces: PathPiece[] = [];
  let from = 0;
  for (const match of template.matchAll(/\{([^{}]*)\}/g)) {
    const input = inputs.findIndex((candidate) => candidate.in === 'path' && candidate.name === match[1]);
    if (input < 0) continue;
    pieces.push({ text: encodeTemplate(template.slice(from, match.index)), input });
    from = match.index + match[0].length;
  }
  pieces.push({ text: encodeTemplate(template.slice(from)), input: undefined });
  return pieces;
}

/** The fixed text of a path as it goes on the wire: what a URL does not allow is percent-encoded. */
function encodeTemplate(text: string): string {
  return text
    .replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]+/g, encodeURIComponent)
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25');
}

function recordsOf(definition: MethodDefinition): Map<string, RecordShape> {
  const records = new Map<string, RecordShape>();
  for (const [codes, answer] of Object.entries(definition.answers)) {
    if (answer.as === 'record') records.set(codes, new RecordShape(answer));
  }
  return records;
}
