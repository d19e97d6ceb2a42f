import { wording } from './wording.js';

/** Kinds of change that concern what a caller sends. */
export const INPUT_WORDINGS = {
  'input-added': wording('the input is new', 'Nothing'),
  'input-added-required': wording('the input is new, and the service asks for it', 'Give it in every call'),
  'input-alternative-added': wording(({ is }) => `it may be ${is} as well`, 'Nothing'),
  'input-alternative-removed': wording(
    ({ was }) => `it can no longer be ${was}`,
    'Send one of the alternatives that are left',
  ),
  'input-became-nullable': wording('it may be null', 'Nothing'),
  'input-became-optional': wording('it may be left out', 'Nothing'),
  'input-became-required': wording('the service asks for it now', 'Give it in every call'),
  'input-choice-added': wording(({ is }) => `it may be ${is} as well`, 'Nothing'),
  'input-choice-removed': wording(
    ({ was }) => `it can no longer be ${was}`,
    'Send one of the choices that are left',
  ),
  'input-default-added': wording(({ is }) => `left out, it stands for ${is}`, 'Nothing'),
  'input-default-changed': wording(
    ({ was, is }) => `left out, it stands for ${is} instead of ${was}`,
    'Give the value wherever the old default was meant',
  ),
  'input-default-removed': wording(
    ({ was }) => `left out, it no longer stands for ${was}`,
    'Give the value wherever the old default was meant',
  ),
  'input-deprecated': wording('the input is deprecated', 'Look for what replaces it before it goes away'),
  'input-encoding-changed': wording('it is written in another way', 'Nothing; generate the connector again'),
  'input-format-changed': wording(
    ({ was, is }) => `the text is to be ${is} instead of ${was}`,
    'Check that what you send is written so',
  ),
  'input-limits-loosened': wording(({ was, is }) => `more is taken: ${is} instead of ${was}`, 'Nothing'),
  'input-limits-tightened': wording(
    ({ was, is }) => `less is taken: ${is} instead of ${was}`,
    'Check that what you send keeps to it',
  ),
  'input-narrowed': wording(
    ({ was, is }) => `less is taken: ${is} instead of ${was}`,
    'Check that what you send keeps to it',
  ),
  'input-no-longer-deprecated': wording('the input is not deprecated any more', 'Nothing'),
  'input-no-longer-nullable': wording('it cannot be null any more', 'Leave it out, or send a value'),
  'input-pattern-changed': wording(
    ({ was, is }) => `the text is to match ${is} instead of ${was}`,
    'Check that what you send matches',
  ),
  'input-place-changed': wording(
    ({ was, is }) => `it is sent in the ${is} instead of the ${was}`,
    'Nothing; generate the connector again',
  ),
  'input-removed': wording('the input is gone', 'Stop giving it'),
  'input-renamed': wording(
    ({ was, is }) => `the input ${was} is called ${is} now`,
    'Give it by the new name',
  ),
  'input-retyped': wording(({ was, is }) => `it is ${is} instead of ${was}`, 'Send what is asked for now'),
  'input-type-renamed': wording(
    ({ was, is }) => `it is ${is} instead of ${was}, which fits wherever the old one did`,
    'Use the new name where the old type is named',
  ),
  'input-widened': wording(({ was, is }) => `more is taken: ${is} instead of ${was}`, 'Nothing'),
  'input-wire-name-changed': wording(
    ({ was, is }) => `the service calls it ${is} instead of ${was}`,
    'Nothing; generate the connector again',
  ),
} as const;
