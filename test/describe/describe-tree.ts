import { type DescribedConnector, describeConnector } from '../../src/describe/describe-connector.js';
import type { JsonTree } from '../../src/load/descriptor.js';
import type { Method, ServiceObject } from '../../src/model/connector.js';
import { DEFAULT_SETTINGS, type ServiceInstanceSettings } from '../../src/model/service-instance.js';
import { normalizeDescriptor } from '../../src/normalize/normalize-descriptor.js';
import { descriptorOf } from '../normalize/descriptor-of.js';

export type Tree = { readonly [key: string]: JsonTree };

/** Descriptor tree → Connector, with the Problems of both steps on the way. */
export function describeTree(
  tree: Tree,
  settings: Partial<ServiceInstanceSettings> = {},
  source = 'test.json',
): DescribedConnector {
  const { normal, problems } = normalizeDescriptor(descriptorOf(tree));
  const described = describeConnector(normal, {
    serviceInstance: 'test',
    settings: { ...DEFAULT_SETTINGS, ...settings },
    source,
  });
  return { connector: described.connector, problems: [...problems, ...described.problems] };
}

/** An OpenAPI document around some paths and schemas. */
export function openApi(parts: { paths?: Tree; schemas?: Tree; [member: string]: unknown }): Tree {
  const { paths = {}, schemas = {}, ...more } = parts;
  return {
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    servers: [{ url: 'https://api.example/v1' }],
    paths,
    components: { schemas },
    ...(more as Tree),
  };
}

/** A Swagger 2.0 document around some paths and definitions. */
export function swagger(parts: { paths?: Tree; definitions?: Tree; [member: string]: unknown }): Tree {
  const { paths = {}, definitions = {}, ...more } = parts;
  return {
    swagger: '2.0',
    info: { title: 'Test', version: '1' },
    host: 'api.example',
    basePath: '/v1',
    schemes: ['https'],
    consumes: ['application/json'],
    produces: ['application/json'],
    paths,
    definitions,
    ...(more as Tree),
  };
}

/** The Service Object of a system name. */
export function objectIn({ connector }: DescribedConnector, systemName: string): ServiceObject {
  const found = connector.serviceObjects.find((object) => object.systemName === systemName);
  const names = connector.serviceObjects.map((object) => object.systemName);
  if (found === undefined) throw new Error(`no ${systemName} among ${names.join(', ')}`);
  return found;
}

/** The Method of a system name, on whatever Service Object. */
export function methodIn({ connector }: DescribedConnector, systemName: string): Method {
  const methods = connector.serviceObjects.flatMap((object) => object.methods);
  const found = methods.find((method) => method.systemName === systemName);
  if (found === undefined)
    throw new Error(`no ${systemName} among ${methods.map((method) => method.systemName).join(', ')}`);
  return found;
}

/** System names, without those of the System Types. */
export function objectNamesIn({ connector }: DescribedConnector): string[] {
  return connector.serviceObjects
    .filter(({ category }) => category !== 'system-type')
    .map(({ systemName }) => systemName);
}
