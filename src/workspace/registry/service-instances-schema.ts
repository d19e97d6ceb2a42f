import type {
  Authentication,
  PagingSettings,
  Placement,
  ServiceInstance,
} from '../../model/service-instance.js';

/** One entry of `service-instances.yaml` as it stands in the file: only what differs from the defaults. */
export interface ServiceInstanceEntry {
  readonly descriptor: ServiceInstance['descriptor'];
  readonly authentication?: Authentication;
  readonly addHttpRequestHeaders?: boolean;
  readonly addHttpResponseHeaders?: boolean;
  readonly serviceUrl?: string;
  readonly defaultHeaders?: Readonly<Record<string, string>>;
  readonly timeoutSeconds?: number;
  readonly breakOnError?: boolean;
  readonly allowHttp?: boolean;
  readonly retries?: number;
  readonly redirects?: number;
  readonly paging?: PagingSettings;
  readonly placement?: Placement;
  readonly appendPropertyTypes?: boolean;
  readonly includeInternal?: boolean;
  readonly generate?: { readonly objects?: readonly string[]; readonly systemTypes?: readonly string[] };
}

/** The whole file: Service Instances by name. */
export type ServiceInstanceEntries = Readonly<Record<string, ServiceInstanceEntry>>;

/** What a Service Instance may be called: a folder's name and a TypeScript name can be made of it. */
export const NAME_PATTERN = '^[A-Za-z_][A-Za-z0-9_-]{0,63}$';

/** Timers of Node take at most 2^31 - 1 milliseconds. */
export const MAX_TIMEOUT_SECONDS = 2_147_483;

// A description completes the sentence «'timeoutSeconds' must be …»: findings are made of them.
const flag = { type: 'boolean', description: 'true or false' };
const text = { type: 'string', minLength: 1, description: 'text that is not empty (numbers need quotes)' };
const singleLine = {
  type: 'string',
  pattern: '^[^\\r\\n\\u0000]*$',
  description: 'text on one line (numbers need quotes)',
};
const names = {
  type: 'array',
  items: { type: 'string', description: 'a system name' },
  description: 'a list of system names',
};

function mapping(required: readonly string[], properties: Readonly<Record<string, object>>): object {
  const description = `a mapping with ${Object.keys(properties).join(', ')}`;
  return { type: 'object', additionalProperties: false, required, properties, description };
}

function mode(
  name: string,
  properties: Readonly<Record<string, object>>,
  optional: Readonly<Record<string, object>> = {},
): object {
  const modeItself = { const: name, description: `'${name}'` };
  return mapping(['mode', ...Object.keys(properties)], { mode: modeItself, ...properties, ...optional });
}

function oneOf(...words: readonly string[]): object {
  return { enum: words, description: words.join(' or ') };
}

function wholeNumber(maximum: number): object {
  return { type: 'integer', minimum: 0, maximum, description: `a whole number from 0 to ${maximum}` };
}

/** The modes in which a Service Instance can prove who is calling. */
export const AUTHENTICATION_MODES = ['none', 'impersonate', 'static', 'bearer', 'api-key', 'oauth'] as const;

/** «Authorization Header Format». */
const format = {
  type: 'string',
  pattern: '^[^\\r\\n\\u0000]*\\{0\\}[^\\r\\n\\u0000]*$',
  description: "text with {0} where the credential goes, as 'Bearer {0}'",
};

const oauth = mode(
  'oauth',
  { flow: oneOf('client-credentials', 'refresh-token'), tokenUrl: text, clientId: text },
  {
    clientSecret: text,
    refreshToken: text,
    scope: text,
    bodyFormat: oneOf('form', 'json'),
    clientIn: oneOf('body', 'basic'),
    parameters: {
      type: 'object',
      description: 'a mapping of names to text',
      additionalProperties: singleLine,
    },
    format,
  },
);

const authentication = {
  type: 'object',
  description: `a mapping whose mode is one of ${AUTHENTICATION_MODES.join(', ')}`,
  required: ['mode'],
  discriminator: { propertyName: 'mode' },
  oneOf: [
    mode('none', {}),
    mode('impersonate', {}, { format }),
    mode('static', { userName: text, password: text }, { format }),
    mode('bearer', { token: text }, { format }),
    mode('api-key', {
      in: { enum: ['header', 'query', 'cookie'], description: 'header, query or cookie' },
      name: text,
      value: text,
    }),
    oauth,
  ],
};

const defaultHeaders = {
  type: 'object',
  description: 'a mapping of header names to text',
  // Header names are tokens: RFC 9110, section 5.6.2.
  propertyNames: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", description: 'a header name' },
  additionalProperties: singleLine,
};

const entry = mapping(['descriptor'], {
  descriptor: mapping(['file', 'source', 'sha256'], {
    file: text,
    source: text,
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$', description: '64 hexadecimal digits, as text' },
    etag: singleLine,
    lastModified: singleLine,
  }),
  authentication,
  addHttpRequestHeaders: flag,
  addHttpResponseHeaders: flag,
  serviceUrl: text,
  defaultHeaders,
  timeoutSeconds: {
    type: 'number',
    minimum: 0.001,
    maximum: MAX_TIMEOUT_SECONDS,
    description: `a number of seconds from 0.001 to ${MAX_TIMEOUT_SECONDS}`,
  },
  breakOnError: flag,
  allowHttp: flag,
  retries: wholeNumber(2),
  redirects: wholeNumber(20),
  paging: mapping([], {
    rows: text,
    nextLink: text,
    cursor: mapping(['input', 'from'], { input: text, from: text }),
    offset: mapping(['input'], { input: text, limit: text }),
  }),
  placement: { enum: ['tag', 'response'], description: 'tag or response' },
  appendPropertyTypes: flag,
  includeInternal: flag,
  generate: mapping([], { objects: names, systemTypes: names }),
});

/** JSON Schema (draft 07) of `service-instances.yaml`. */
export const SERVICE_INSTANCES_SCHEMA = {
  type: 'object',
  description: 'a mapping of names to Service Instances',
  propertyNames: {
    pattern: NAME_PATTERN,
    description:
      'a letter or underscore, then letters, digits, underscores and hyphens, 64 characters at most',
  },
  additionalProperties: entry,
};
