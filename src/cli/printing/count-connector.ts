import type { Category, Connector } from '../../model/connector.js';
import { counted } from './counted.js';

/** How much there is in a Connector, in the JSON form of `register`. */
export interface ConnectorSummary {
  readonly title: string;
  readonly version: string;
  readonly serviceUrl?: string;
  readonly objectTypes: number;
  readonly systemTypes: number;
  readonly serviceOperations: number;
  /** Without the helper Methods. */
  readonly methods: number;
}

export function summaryOf({ title, version, serviceUrl, serviceObjects }: Connector): ConnectorSummary {
  const count = (wanted: Category): number =>
    serviceObjects.filter(({ category }) => category === wanted).length;
  return {
    title,
    version,
    ...(serviceUrl === undefined ? {} : { serviceUrl }),
    objectTypes: count('object-type'),
    systemTypes: count('system-type'),
    serviceOperations: count('service-operations'),
    methods: serviceObjects.reduce((sum, { methods }) => sum + methods.length, 0),
  };
}

/** `29 Object Types, 2 System Types, 11 Methods`. */
export function countsOf(connector: Connector): string {
  const { objectTypes, systemTypes, serviceOperations, methods } = summaryOf(connector);
  return [
    counted(objectTypes, 'Object Type'),
    counted(systemTypes, 'System Type'),
    ...(serviceOperations === 0 ? [] : [`${serviceOperations} Service Operations`]),
    counted(methods, 'Method'),
  ].join(', ');
}
