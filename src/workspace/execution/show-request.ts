import type { PreparedRequest } from '../../runtime/execute-method.js';
import { maskHeaders, maskSecrets } from '../../runtime/mask-secrets.js';

/** A request as it would go out, fit to be shown. */
export interface ShownRequest {
  readonly verb: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or how long it is where it is none. */
  readonly body?: string | { readonly bytes: number };
}

/** A prepared request with everything secret in it masked. */
export function showRequest({ request, secrets }: PreparedRequest): ShownRequest {
  const { verb, origin, path, headers, body } = request;
  const shown = { verb, url: maskSecrets(origin + path, secrets), headers: maskHeaders(headers, secrets) };
  if (body === undefined) return shown;
  const text = typeof body === 'string' ? maskSecrets(body, secrets) : { bytes: body.byteLength };
  return { ...shown, body: text };
}
