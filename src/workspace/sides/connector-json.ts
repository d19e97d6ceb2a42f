import type { Connector, Names } from '../../model/connector.js';
import type { AnswerDefinition, CellType } from '../../model/definition.js';

/** What `connectorJson` leaves out where it equals something else. */
type Compact<Thing extends Names, Left extends string = never> = Omit<
  Thing,
  'displayName' | 'wireName' | Left
> &
  Partial<Names> &
  Partial<Pick<Thing, Left & keyof Thing>>;

type ServiceObject = Connector['serviceObjects'][number];
type Method = ServiceObject['methods'][number];
type Answer = Method['answers'][number];

export type CompactProperty = Compact<ServiceObject['properties'][number], 'cell' | 'required'>;
export type CompactInput = Compact<Method['inputs'][number], 'required'>;
export type CompactOutput = Compact<Method['outputs'][number], 'cell'>;

/** An answer's definition stands among its own members; that of an Object Type is left to be looked up. */
export type CompactAnswer = Omit<Answer, 'definition'> & {
  readonly as: AnswerDefinition['as'];
  readonly type?: CellType;
  readonly properties?: Readonly<Record<string, CellType>>;
  readonly wireNames?: Readonly<Record<string, string>>;
};

export type CompactMethod = Omit<Compact<Method>, 'inputs' | 'outputs' | 'answers'> & {
  readonly inputs: readonly CompactInput[];
  readonly outputs: readonly CompactOutput[];
  readonly answers: readonly CompactAnswer[];
};

export type CompactObject = Omit<Compact<ServiceObject>, 'properties' | 'methods'> & {
  readonly properties: readonly CompactProperty[];
  readonly methods: readonly CompactMethod[];
};

/** A generated `connector.json`, parsed. */
export type ConnectorJson = Omit<Connector, 'serviceObjects'> & {
  readonly madeBy: 'rest-broker';
  readonly serviceObjects: readonly CompactObject[];
};
