import { wording } from './wording.js';

/** Kinds of change that concern what a caller gets back. */
export const OUTPUT_WORDINGS = {
  'output-added': wording('the output is new', 'Nothing'),
  'output-alternative-added': wording(
    ({ is }) => `it may be ${is} as well`,
    'Check that what reads it can do without knowing all alternatives',
  ),
  'output-alternative-removed': wording(({ was }) => `it is never ${was} any more`, 'Nothing'),
  'output-became-nullable': wording('it may be null', 'Check for null before it is used'),
  'output-became-optional': wording('it may be missing', 'Check that it is there before it is used'),
  'output-became-required': wording('it is always there', 'Nothing'),
  'output-choice-added': wording(
    ({ is }) => `it may be ${is} as well`,
    'Check that what reads it can do without knowing all choices',
  ),
  'output-choice-removed': wording(({ was }) => `it is never ${was} any more`, 'Nothing'),
  'output-format-changed': wording(
    ({ was, is }) => `the text is ${is} instead of ${was}`,
    'Check that what reads it understands the text',
  ),
  'output-limits-loosened': wording(
    ({ was, is }) => `more may come: ${is} instead of ${was}`,
    'Check that what stores or shows it has room for it',
  ),
  'output-limits-tightened': wording(({ was, is }) => `less may come: ${is} instead of ${was}`, 'Nothing'),
  'output-narrowed': wording(({ was, is }) => `it is ${is} instead of ${was}`, 'Nothing'),
  'output-no-longer-nullable': wording('it is never null any more', 'Nothing'),
  'output-pattern-changed': wording(
    ({ was, is }) => `the text matches ${is} instead of ${was}`,
    'Check that what reads it understands the text',
  ),
  'output-removed': wording('the output is gone', 'Stop reading it'),
  'output-retyped': wording(({ was, is }) => `it is ${is} instead of ${was}`, 'Change what reads it'),
  'output-type-renamed': wording(
    ({ was, is }) => `it is ${is} instead of ${was}, which fits wherever the old one did`,
    'Use the new name where the old type is named',
  ),
  'output-widened': wording(
    ({ was, is }) => `it is ${is} instead of ${was}`,
    'Check that what reads it can take any such value',
  ),
} as const;
