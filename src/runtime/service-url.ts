import { SettingError } from '../base/errors.js';
import { namesPath } from '../base/names-path.js';
import { quoted } from '../base/visible-text.js';
import { withoutEndSlashes } from '../base/without-end-slashes.js';
import type { ServiceInstanceDefinition } from '../model/definition.js';

/** Where requests go: nothing but this origin is ever called, and nothing outside this base path. */
export interface ServiceAddress {
  readonly origin: string;
  /** Without a slash at its end; `` for none. */
  readonly basePath: string;
}

export interface ServiceUrlOptions {
  readonly serviceUrl?: string | undefined;
  readonly variables?: Readonly<Record<string, string>> | undefined;
}

/**
 * The address of a Service Instance. An option with nothing after the host keeps the base path of the
 * registered one; with any path, `/` included, it replaces the whole.
 *
 * @throws SettingError `SERVICE_URL_INVALID`
 */
export function serviceAddress(
  definition: Pick<ServiceInstanceDefinition, 'name' | 'serviceUrl' | 'variables'>,
  options: ServiceUrlOptions,
): ServiceAddress {
  const given: unknown = options.serviceUrl;
  if (given !== undefined && typeof given !== 'string') throw invalid(definition.name, '');
  if (given !== undefined && (namesPath(given) || definition.serviceUrl === undefined)) {
    return parsed(definition.name, given);
  }
  const registered = filled(definition, options.variables ?? {});
  if (given === undefined) return parsed(definition.name, registered);
  return { origin: parsed(definition.name, given).origin, basePath: basePathOf(registered ?? '') };
}

function parsed(name: string, text: string | undefined): ServiceAddress {
  if (text === undefined || !/^https?:\/\//i.test(text)) throw invalid(name, text);
  if (!URL.canParse(text)) throw invalid(name, text);
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new SettingError('SERVICE_URL_INVALID', {
      who: name,
      what: 'the service URL holds a user name, a query or a fragment',
      advice: 'Give scheme, host and base path only; credentials go into authentication',
    });
  }
  return { origin: url.origin, basePath: withoutEndSlashes(url.pathname) };
}

/** The path of a service URL, also where the descriptor gives no host: `/v2`, `v2`. */
function basePathOf(registered: string): string {
  const path = URL.canParse(registered) ? new URL(registered).pathname : `/${registered.replace(/^\/+/, '')}`;
  return withoutEndSlashes(path);
}

function filled(
  { name, serviceUrl, variables = {} }: Pick<ServiceInstanceDefinition, 'name' | 'serviceUrl' | 'variables'>,
  given: Readonly<Record<string, string>>,
): string | undefined {
  return serviceUrl?.replace(/\{([^{}]+)\}/g, (_whole, variable: string) => {
    const known = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
    const value = Object.hasOwn(given, variable) ? given[variable] : known?.default;
    const values = known?.values;
    if (value !== undefined && /^[\w.:/-]*$/.test(value) && (values === undefined || values.includes(value)))
      return value;
    throw new SettingError('SERVICE_URL_INVALID', {
      who: name,
      what: `the service URL's variable ${quoted(variable)} has no usable value`,
      advice:
        values === undefined
          ? `Pass variables: { ${quoted(variable)}: … }`
          : `It is one of ${values.map(quoted).join(', ')}`,
    });
  });
}

/**
 * The address of an operation with a service URL of its own. It may have another base path, but no other origin:
 * the descriptor's word alone does not send a credential to another host.
 *
 * @throws SettingError `SERVICE_URL_INVALID`
 */
export function operationAddress(
  definition: Pick<ServiceInstanceDefinition, 'name' | 'serviceUrl' | 'variables'>,
  options: ServiceUrlOptions,
  address: ServiceAddress,
): ServiceAddress {
  if (options.serviceUrl !== undefined) return serviceAddress(definition, options);
  const own = filled(definition, options.variables ?? {}) ?? '';
  if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(own)) return { ...address, basePath: basePathOf(own) };
  const { origin, basePath } = parsed(definition.name, own);
  if (origin === address.origin) return { origin, basePath };
  throw new SettingError('SERVICE_URL_INVALID', {
    who: definition.name,
    what: `the operation is at ${quoted(origin)}, and the Service Instance at ${quoted(address.origin)}`,
    advice: 'To call it there, connect once more with that address as serviceUrl',
  });
}

function invalid(name: string, text: string | undefined): SettingError {
  return new SettingError('SERVICE_URL_INVALID', {
    who: name,
    what:
      text === undefined
        ? 'no service URL is known'
        : `${quoted(withoutSecrets(text))} is no http or https URL`,
    advice: "Pass serviceUrl, such as 'https://host/base/path'",
  });
}

/** A URL that could not be read may still hold a password or a query. */
function withoutSecrets(text: string): string {
  const end = text.search(/[?#]/);
  const shown = end < 0 ? text : text.slice(0, end);
  return shown.slice(shown.lastIndexOf('@') + 1);
}
