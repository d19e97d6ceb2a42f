/**
 * The objects of SARIF 2.1.0 that a report has, each with the members that the standard gives it and no others
 * (§3.13 sarifLog, §3.14 run, §3.18 tool, §3.49 reportingDescriptor, §3.27 result, §3.28 location, §3.30 region).
 */
const text = { type: 'string' };
const closed = (required: readonly string[], properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const message = closed(['text'], { text, markdown: text });
const level = { enum: ['none', 'note', 'warning', 'error'] };
// A URI reference (RFC 3986): only these characters, and % only before two hexadecimal digits.
const uriReference = {
  type: 'string',
  pattern: "^(?:[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$",
};
const absoluteUri = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+$' };
const positive = { type: 'integer', minimum: 1 };

const physicalLocation = closed(['artifactLocation'], {
  artifactLocation: closed(['uri'], { uri: uriReference, uriBaseId: text }),
  region: closed(['startLine'], {
    startLine: positive,
    startColumn: positive,
    endLine: positive,
    endColumn: positive,
  }),
});

const location = closed([], {
  physicalLocation,
  logicalLocations: {
    type: 'array',
    items: closed([], { fullyQualifiedName: text, name: text, kind: text }),
  },
  message,
});

const rule = closed(['id'], {
  id: text,
  name: text,
  shortDescription: message,
  fullDescription: message,
  help: message,
  helpUri: absoluteUri,
  defaultConfiguration: closed([], { level }),
});

const result = closed(['message'], {
  ruleId: text,
  ruleIndex: { type: 'integer', minimum: -1 },
  level,
  message,
  locations: { type: 'array', items: location },
  relatedLocations: { type: 'array', uniqueItems: true, items: location },
  partialFingerprints: { type: 'object', additionalProperties: text },
});

export const SARIF_SCHEMA: object = closed(['version', 'runs'], {
  $schema: absoluteUri,
  version: { const: '2.1.0' },
  runs: {
    type: 'array',
    items: closed(['tool'], {
      tool: closed(['driver'], {
        driver: closed(['name'], { name: text, rules: { type: 'array', uniqueItems: true, items: rule } }),
      }),
      automationDetails: closed([], { id: text, description: message }),
      invocations: {
        type: 'array',
        items: closed(['executionSuccessful'], { executionSuccessful: { type: 'boolean' } }),
      },
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      results: { type: 'array', items: result },
    }),
  },
});
