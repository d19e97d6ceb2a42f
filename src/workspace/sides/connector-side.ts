import type { Place } from '../../base/place.js';
import type { ChangeEnd } from '../../compare/change.js';
import { selectServiceObjects } from '../../describe/select-service-objects.js';
import { isHttpUrl } from '../../load/shown-location.js';
import type { Connector } from '../../model/connector.js';
import { DEFAULT_SETTINGS, type ServiceInstanceSettings } from '../../model/service-instance.js';
import { describeUsable } from '../descriptors/describe-descriptor.js';
import type { OpenedSide } from './open-side.js';
import { pointerInConnectorJson } from './pointer-in-connector-json.js';

/** Stands for the Service Instance where neither side is one: the same on both. */
const UNREGISTERED = 'connector';

/** One side of a comparison, described. */
export interface ConnectorSide {
  readonly connector: Connector;
  /** The document that was compared, as it may be shown. */
  readonly location: string;
  /** Where an end of a change stands in the document; undefined where nothing says. */
  locate(end: ChangeEnd): Place | undefined;
  /** The nearest spot to a place of the other side, for what is not here. */
  locateNear(place: Place): Place | undefined;
}

/** Settings, and what goes with them, that a descriptor by itself has not. */
interface Registration {
  readonly serviceInstance: string;
  readonly settings: ServiceInstanceSettings;
  /** Relative service URLs are taken from there. */
  readonly source: string;
}

/**
 * Describes a side. A descriptor without settings takes those of the other side, or else the defaults, so that
 * what is not in the descriptors does not show as a change. Like `generate`, it keeps to the selection.
 *
 * @throws DescriptorError DESCRIPTOR_VERSION_UNKNOWN, DESCRIPTOR_UNUSABLE
 */
export function describeSide(side: OpenedSide, other: OpenedSide): ConnectorSide {
  return side.kind === 'connector' ? printedSide(side) : describedSide(side, registrationFor(side, other));
}

function printedSide({ connector, loaded }: Extract<OpenedSide, { kind: 'connector' }>): ConnectorSide {
  return {
    connector,
    location: loaded.location,
    locate: ({ subject }) => loaded.locate(pointerInConnectorJson(connector, subject)),
    locateNear: () => undefined,
  };
}

function describedSide(
  { loaded }: Exclude<OpenedSide, { kind: 'connector' }>,
  registration: Registration,
): ConnectorSide {
  const { connector } = describeUsable(loaded, registration);
  return {
    connector: selectServiceObjects(connector, registration.settings.selection),
    location: loaded.location,
    locate: ({ pointer }) => (pointer === undefined ? undefined : loaded.locate(pointer)),
    locateNear: ({ pointer }) => loaded.locate(pointer),
  };
}

function registrationFor(side: Exclude<OpenedSide, { kind: 'connector' }>, other: OpenedSide): Registration {
  const own = registrationOf(side);
  if (own !== undefined) return own;
  const source = side.kind === 'location' ? side.source : '';
  const theirs = registrationOf(other);
  if (theirs === undefined) return { serviceInstance: UNREGISTERED, settings: DEFAULT_SETTINGS, source };
  return { ...theirs, source: isHttpUrl(source) ? source : theirs.source };
}

function registrationOf(side: OpenedSide): Registration | undefined {
  switch (side.kind) {
    case 'registered': {
      const { name, settings, descriptor } = side.instance;
      return { serviceInstance: name, settings, source: descriptor.source };
    }
    case 'connector': {
      const { serviceInstance, settings, serviceUrl = '' } = side.connector;
      return { serviceInstance, settings, source: serviceUrl };
    }
    default:
      return undefined;
  }
}
