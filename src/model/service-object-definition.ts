import type { Connector, Method, Property, ServiceObject } from './connector.js';
import type {
  InputDefinition,
  MethodDefinition,
  RecordDefinition,
  ServiceInstanceDefinition,
  ServiceObjectDefinition,
} from './definition.js';

/** A described Service Object → the data the runtime runs: what generated code holds, and `execute` uses at once. */
export function serviceObjectDefinition(object: ServiceObject): ServiceObjectDefinition {
  const { systemName, methods } = object;
  const defined = methods.map((method) => [method.systemName, methodDefinition(method)] as const);
  return {
    systemName,
    ...typeDefinition(object),
    ...(defined.length === 0 ? {} : { methods: Object.fromEntries(defined) }),
  };
}

/** What the runtime knows of a Connector's Service Instance. */
export function serviceInstanceDefinition(connector: Connector): ServiceInstanceDefinition {
  const { serviceInstance, serviceUrl, variables, settings } = connector;
  return {
    name: serviceInstance,
    ...(serviceUrl === undefined ? {} : { serviceUrl }),
    ...(Object.keys(variables).length === 0 ? {} : { variables }),
    authentication: settings.authentication,
    ...(Object.keys(settings.defaultHeaders).length === 0 ? {} : { defaultHeaders: settings.defaultHeaders }),
    timeoutMs: settings.timeoutMs,
    breakOnError: settings.breakOnError,
    ...(settings.addHttpRequestHeaders ? { httpHeaders: true } : {}),
    ...(settings.addHttpResponseHeaders ? { httpResponseHeaders: true } : {}),
    ...(settings.allowHttp === true ? { allowHttp: true } : {}),
    ...(settings.retries ? { retries: settings.retries } : {}),
    ...(settings.redirects ? { redirects: settings.redirects } : {}),
    ...(settings.paging === undefined ? {} : { paging: settings.paging }),
  };
}

function typeDefinition({
  value,
  isSingleValue,
  properties,
}: ServiceObject): Partial<ServiceObjectDefinition> {
  if (value === undefined) return {};
  const [only] = properties;
  return isSingleValue === true && only !== undefined
    ? { value: only.cell }
    : { record: recordDefinition(properties) };
}

/** A type's Properties as the runtime walks them. */
export function recordDefinition(properties: readonly Property[]): RecordDefinition {
  const renamed = properties.filter(({ systemName, wireName }) => systemName !== wireName);
  return {
    properties: Object.fromEntries(properties.map(({ systemName, cell }) => [systemName, cell])),
    ...(renamed.length === 0
      ? {}
      : { wireNames: Object.fromEntries(renamed.map(({ systemName, wireName }) => [systemName, wireName])) }),
  };
}

function methodDefinition({ call, inputs, answers }: Method): MethodDefinition {
  const sent = inputs.flatMap(({ systemName, definition }): [string, InputDefinition][] =>
    definition === undefined ? [] : [[systemName, definition]],
  );
  return {
    ...call,
    ...(sent.length === 0 ? {} : { inputs: Object.fromEntries(sent) }),
    answers: Object.fromEntries(answers.map(({ codes, definition }) => [codes, definition])),
  };
}
