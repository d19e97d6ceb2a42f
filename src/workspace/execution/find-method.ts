import { RegistrationError } from '../../base/errors.js';
import { nearNames } from '../../base/near-names.js';
import { quoted } from '../../base/visible-text.js';
import type { Connector, Names, ServiceObject } from '../../model/connector.js';
import { HELPER_METHODS } from '../../model/helper-methods.js';

/** A Method by its system name, and the Service Object that has it. */
export interface FoundMethod {
  readonly object: ServiceObject;
  readonly systemName: string;
  /** One of the eight that every type has: it calls no service. */
  readonly isHelper: boolean;
}

/**
 * Finds a Method by the names K2 or people have for it, without regard to case.
 *
 * @throws RegistrationError SERVICE_OBJECT_UNKNOWN, METHOD_UNKNOWN with the near names
 */
export function findMethod(connector: Connector, objectName: string, methodName: string): FoundMethod {
  const object = findServiceObject(connector, objectName);
  const method = named(object.methods, methodName);
  if (method !== undefined) return { object, systemName: method.systemName, isHelper: false };
  const helper = named(helpersOf(object), methodName);
  if (helper !== undefined) return { object, systemName: helper.systemName, isHelper: true };
  throw unknownMethod(connector, object, methodName);
}

/** @throws RegistrationError SERVICE_OBJECT_UNKNOWN with the near names */
export function findServiceObject(connector: Connector, name: string): ServiceObject {
  const object = named(connector.serviceObjects, name);
  if (object === undefined) throw unknownObject(connector, name);
  return object;
}

/** The helper Methods of a Service Object: a group of operations alone has none. */
export function helpersOf({ value }: ServiceObject): typeof HELPER_METHODS {
  return value === undefined ? [] : HELPER_METHODS;
}

function named<T extends Pick<Names, 'systemName' | 'displayName'>>(
  things: readonly T[],
  name: string,
): T | undefined {
  const sought = name.toLowerCase();
  return (
    things.find(({ systemName }) => systemName.toLowerCase() === sought) ??
    things.find(({ displayName }) => displayName.toLowerCase() === sought)
  );
}

function unknownObject({ serviceInstance, serviceObjects }: Connector, name: string): RegistrationError {
  const names = serviceObjects.map(({ systemName }) => systemName);
  return new RegistrationError('SERVICE_OBJECT_UNKNOWN', {
    who: `Service Instance ${serviceInstance}`,
    what: `there is no Service Object ${quoted(name)}`,
    advice: adviceOn(name, names, serviceInstance),
  });
}

function unknownMethod(
  { serviceInstance, serviceObjects }: Connector,
  object: ServiceObject,
  name: string,
): RegistrationError {
  const names = [...object.methods, ...helpersOf(object)].map(({ systemName }) => systemName);
  const elsewhere = serviceObjects.find(({ methods }) => named(methods, name) !== undefined);
  const advice =
    elsewhere === undefined
      ? adviceOn(name, names, `${serviceInstance} --object ${object.systemName}`)
      : `${elsewhere.systemName} has a Method of that name`;
  return new RegistrationError('METHOD_UNKNOWN', {
    who: `${serviceInstance} › ${object.systemName}`,
    what: `there is no Method ${quoted(name)}`,
    advice,
  });
}

function adviceOn(name: string, known: readonly string[], toInspect: string): string {
  const near = nearNames(name, known);
  if (near.length > 0) return `Perhaps you meant ${near.map(quoted).join(' or ')}`;
  return `List them with: rest-broker inspect ${toInspect}`;
}
