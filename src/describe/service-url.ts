import { namesPath } from '../base/names-path.js';
import { withoutEndSlashes } from '../base/without-end-slashes.js';
import type { ServerVariableDefinition } from '../model/definition.js';
import type { NormalServer } from '../normalize/normal-descriptor.js';

/** The address of the first server, without a slash at its end; undefined where none is named. */
export function serviceUrlOf(servers: readonly NormalServer[]): string | undefined {
  const url = withoutEndSlashes(servers[0]?.url ?? '');
  return url === '' ? undefined : url;
}

/**
 * The service URL of a Connector: the descriptor's, against the address it was fetched from where it is relative.
 *
 * @param source where the descriptor came from
 */
export function absoluteServiceUrl(url: string | undefined, source: string): string | undefined {
  if (url !== undefined && /^[a-z][a-z0-9+.-]*:\/\//i.test(url)) return url;
  if (!/^https?:\/\//i.test(source)) return url;
  // OpenAPI 3.1 §4.8.5: a relative server URL is resolved against the document's own address.
  const base = new URL(source);
  const path =
    url === undefined ? '' : url.startsWith('/') ? url : `${base.pathname.replace(/[^/]*$/, '')}${url}`;
  return withoutEndSlashes(`${base.origin}${path}`);
}

/**
 * A registered service URL over the descriptor's. With nothing after the host it keeps the descriptor's base path.
 */
export function registeredServiceUrl(
  registered: string | undefined,
  described: string | undefined,
): string | undefined {
  if (registered === undefined) return described;
  if (namesPath(registered) || described === undefined) return withoutEndSlashes(registered);
  const path = described.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  return `${registered}${path === '' || path.startsWith('/') ? path : `/${path}`}`;
}

/** The variables of the first server, by name. */
export function serverVariables(servers: readonly NormalServer[]): Record<string, ServerVariableDefinition> {
  const variables = servers[0]?.variables ?? [];
  return Object.fromEntries(
    variables.map(({ name, default: usual, values }) => [
      name,
      { ...(usual === undefined ? {} : { default: usual }), ...(values === undefined ? {} : { values }) },
    ]),
  );
}
