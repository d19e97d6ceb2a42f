import { SettingError } from '../base/errors.js';
import type { HttpRequest } from '../http/http-request.js';
import { HTTP_HEADERS } from '../model/names.js';
import type { AccessToken, CredentialParts } from './authenticate.js';
import type { Credential } from './authentication-option.js';
import { type CheckedInputs, checkInputs } from './check-inputs.js';
import { type EncodedRequest, encodeRequest } from './encode-request.js';
import { readHttpHeaders } from './http-headers.js';
import { isSecretName, isSecretSegment, secretsIn } from './mask-secrets.js';
import type { MethodPlan } from './method-plan.js';
import type { OpenServiceInstance } from './open-service-instance.js';
import { inputsOf, ownIgnoringCase } from './record.js';
import { refuseCredentialHeaders, unsafe } from './safe-transport.js';

type Row = Record<string, unknown>;
type Headers = Readonly<Record<string, string>>;

/** A request as it goes out, and what in it must not be shown. */
export interface PreparedRequest {
  readonly request: HttpRequest;
  readonly secrets: readonly string[];
  /** Its path and query, without what the credential adds. */
  readonly asked: string;
  /** What the credential added to the query, `name=value`. */
  readonly credentialQuery?: string | undefined;
  /** The access token that the mode `oauth` gave, unless the caller put another header in its place. */
  readonly accessToken?: string | undefined;
}

export interface PrepareOptions {
  /** Absent: a token is not fetched, and a word stands for it. */
  readonly accessToken?: AccessToken | undefined;
  /** The call's own token, with the mode `impersonate`. */
  readonly token?: Credential | undefined;
  /** Path and query of a further page, instead of what the inputs make. */
  readonly pagePath?: string | undefined;
  /** The call is over before it began: what is still read for it can be let go. */
  readonly givenUp?: AbortSignal | undefined;
}

const NOTHING: CredentialParts = { headers: {}, secrets: [] };

/**
 * Inputs → the request with its credential: everything but the sending.
 *
 * @throws InputError, SerializationError; SettingError `CREDENTIAL_MISSING`, `CREDENTIAL_UNSAFE`
 */
export async function prepareRequest(
  instance: OpenServiceInstance,
  plan: MethodPlan,
  inputs?: Row,
  options: PrepareOptions = {},
): Promise<PreparedRequest> {
  const given = await withFiles(plan, inputsOf(inputs, plan.who), options.givenUp);
  const checked = checkInputs(plan, given, instance.httpHeaders);
  const encoded = await encodeRequest(plan, checked, instance.addressOf(plan.definition));
  const own = instance.httpHeaders
    ? readHttpHeaders(ownIgnoringCase(given, HTTP_HEADERS), `${plan.who}, input ${HTTP_HEADERS}`)
    : {};
  const defaults = instance.defaultHeaders();
  const credential = await credentialFor(instance, plan, options);
  const headers = joinHeaders(encoded, [defaults, credential.headers, encoded.inputHeaders, own]);
  if (instance.isReadableOnTheWay) refuseCredentialHeaders(headers, plan.who);
  const { verb, origin, body } = encoded;
  const asked = options.pagePath ?? encoded.path;
  const path = withQuery(asked, credential.query);
  return {
    request: { verb, origin, path, headers, ...(body === undefined ? {} : { body }) },
    asked,
    credentialQuery: credential.query,
    accessToken: isOwnToken(instance, credential, headers) ? credential.secrets[0] : undefined,
    secrets: [
      ...credential.secrets,
      ...secretDefaults(instance, defaults),
      ...secretsIn(headers),
      ...secretInputs(plan, checked),
    ],
  };
}

function isOwnToken(
  { authentication }: OpenServiceInstance,
  credential: CredentialParts,
  headers: Headers,
): boolean {
  return authentication.mode === 'oauth' && credential.headers['authorization'] === headers['authorization'];
}

/** Files that have to be read first: streams, Blobs, and K2's text. */
async function withFiles(
  plan: MethodPlan,
  given: Readonly<Row>,
  givenUp: AbortSignal | undefined,
): Promise<Readonly<Row>> {
  if (!takesFiles(plan)) return given;
  const { readFileInputs } = await import('./read-file-inputs.js');
  return readFileInputs(plan, given, givenUp);
}

/** Whether a Method has an input for a file, or for several. */
export function takesFiles({ inputs, definition }: MethodPlan): boolean {
  return definition.form === 'multipart/form-data' || inputs.some(({ type }) => type === 'File');
}

/** Later ones go before earlier ones; cookies are joined (RFC 6265 §4.2.1). */
function joinHeaders(encoded: EncodedRequest, layers: readonly Headers[]): Headers {
  const cookies = [...encoded.cookies, ...layers.flatMap((headers) => headers['cookie'] ?? [])];
  return {
    ...encoded.headers,
    ...Object.assign({}, ...layers),
    ...(encoded.fixedContentType === undefined ? {} : { 'content-type': encoded.fixedContentType }),
    ...(cookies.length === 0 ? {} : { cookie: cookies.join('; ') }),
  };
}

/** What variables put into default headers: each value as a whole, and the header that it is a part of. */
function secretDefaults(
  { secretHeaders, secretVariables }: OpenServiceInstance,
  defaults: Headers,
): string[] {
  return [
    ...secretHeaders.flatMap((name) => defaults[name] ?? []),
    ...secretVariables.flatMap((name) => process.env[name] ?? []),
  ];
}

/** Parameters that by their name are credentials. */
function secretInputs(plan: MethodPlan, checked: CheckedInputs): string[] {
  return plan.inputs.flatMap(({ name, in: place }, index) => {
    const value = checked[index]?.value;
    const isSecret = place === 'path' ? isSecretSegment : isSecretName;
    return typeof value === 'string' && isSecret(name) ? [value] : [];
  });
}

async function credentialFor(
  instance: OpenServiceInstance,
  plan: MethodPlan,
  { accessToken, token }: PrepareOptions,
): Promise<CredentialParts> {
  const { authentication } = instance;
  if (token !== undefined && authentication.mode !== 'impersonate')
    throw notImpersonated(plan, authentication);
  if (plan.definition.anonymous === true) return NOTHING;
  if (authentication.mode === 'none' || (authentication.mode === 'impersonate' && token === undefined))
    return NOTHING;
  // Before it is asked for: a token is not fetched only to be refused.
  if (instance.isReadableOnTheWay) throw unsafe(plan.who, 'the credential of the Service Instance');
  const { authenticate } = await import('./authenticate.js');
  return authenticate(
    authentication,
    `Service Instance ${instance.name}, authentication`,
    accessToken,
    token,
  );
}

function notImpersonated({ who }: MethodPlan, { mode }: OpenServiceInstance['authentication']): SettingError {
  return new SettingError('SETTING_INVALID', {
    who,
    what: `the call brings a token of its own, but the authentication mode is ${mode}`,
    advice: 'Connect with the mode impersonate, or hand the header over in HttpHeaders',
  });
}

/** The path with the credential's pair; where it is there already, as in the address of a next page, it goes first. */
export function withQuery(path: string, pair: string | undefined): string {
  if (pair === undefined) return path;
  const name = pair.slice(0, pair.indexOf('=') + 1);
  const [before = '', query = ''] = splitOnce(path, '?');
  const others = query.split('&').filter((each) => each !== '' && !each.startsWith(name));
  return `${before}?${[...others, pair].join('&')}`;
}

function splitOnce(text: string, at: string): string[] {
  const index = text.indexOf(at);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
