// A description completes the sentence «… must be …»: findings are made of them.
const text = { type: 'string', minLength: 1, description: 'text that is not empty' };

/** JSON Schema (draft 07) of a file for `--ignore`. */
export const IGNORE_SCHEMA = {
  type: 'array',
  description: 'a list of entries with rule, place, reason and expires',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['rule', 'place', 'reason', 'expires'],
    description: 'a mapping with rule, place, reason and expires',
    properties: {
      rule: text,
      place: text,
      reason: { type: 'string', pattern: '\\S', description: 'a sentence' },
      expires: {
        type: 'string',
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        description: 'a day, as 2026-12-31',
      },
    },
  },
};
