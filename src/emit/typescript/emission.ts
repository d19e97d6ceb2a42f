import type { Problem } from '../../base/problem.js';
import type { Connector } from '../../model/connector.js';
import { DerivesProperties } from './derives-properties.js';
import { type HeaderView, headerOf } from './file-header.js';
import { placeServiceObjects } from './place-service-objects.js';
import { Remarks } from './remarks.js';
import { TypeNames } from './type-names.js';

/** What a Connector is emitted with, beside itself. */
export interface EmitOptions {
  /** The registered descriptor, as the header names it. */
  readonly descriptorFile: string;
  /** The Connector as described, where only a selection of it is emitted: names do not depend on the selection. */
  readonly whole?: Connector;
  /** What was found on the way: what is not carried over is remarked where it would have stood. */
  readonly problems?: readonly Problem[];
}

/** What every file of one connector is made with. */
export interface Emission {
  readonly connector: Connector;
  readonly header: HeaderView;
  readonly names: TypeNames;
  readonly derivesProperties: DerivesProperties;
  /** File of each Service Object, by system name: from the connector's folder, without an ending. */
  readonly places: ReadonlyMap<string, string>;
  readonly remarks: Remarks;
}

/** Made once for a connector: working these out costs more than any one file. */
export function emissionOf(connector: Connector, options: EmitOptions): Emission {
  const whole = options.whole ?? connector;
  return {
    connector,
    header: headerOf(connector, options.descriptorFile),
    names: new TypeNames(whole),
    derivesProperties: new DerivesProperties(whole),
    places: placeServiceObjects(whole),
    remarks: new Remarks(connector, options.problems ?? []),
  };
}
