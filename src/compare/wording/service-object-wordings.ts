import { wording } from './wording.js';

/** Kinds of change that concern a Service Object, or a Property of one. */
export const SERVICE_OBJECT_WORDINGS = {
  'property-added': wording('the Property is new', 'Nothing'),
  'property-added-required': wording(
    'the Property is new, and the service asks for it',
    'Set it wherever a value of this type is sent',
  ),
  'property-became-read-only': wording(
    'the service does not take the Property any more: it is only answered',
    'Stop sending it; a service may ignore it or refuse the call',
  ),
  'property-became-write-only': wording(
    'the Property is not answered any more: it is only sent',
    'Stop reading it; keep what you sent, where you need it later',
  ),
  'property-deprecated': wording(
    'the Property is deprecated',
    'Look for what replaces it before it goes away',
  ),
  'property-no-longer-deprecated': wording('the Property is not deprecated any more', 'Nothing'),
  'property-no-longer-read-only': wording('the Property is taken by the service as well', 'Nothing'),
  'property-no-longer-write-only': wording('the Property is answered as well', 'Nothing'),
  'property-removed': wording('the Property is gone', 'Stop reading and setting it'),
  'property-renamed': wording(
    ({ was, is }) => `the Property ${was} is called ${is} now`,
    'Use the new name wherever it is read or set',
  ),
  'property-retyped': wording(
    ({ was, is }) => `the Property is ${is} instead of ${was}`,
    'Change what sets it and what reads it',
  ),
  'property-type-renamed': wording(
    ({ was, is }) => `the Property is ${is} instead of ${was}, which fits wherever the old one did`,
    'Use the new name where the old type is named',
  ),
  'property-wire-name-changed': wording(
    ({ was, is }) => `the service calls the Property ${is} instead of ${was}`,
    'Nothing; generate the connector again',
  ),
  'service-object-added': wording('the Service Object is new', 'Nothing'),
  'service-object-removed': wording('the Service Object is gone', 'Stop using its Methods and its type'),
  'service-object-renamed': wording(
    ({ was, is }) => `the Service Object ${was} is called ${is} now`,
    'Use the new name where the old one is imported; calls that do not name it go on',
  ),
  'service-object-retyped': wording(
    ({ was, is }) => `the type is ${is} instead of ${was}`,
    'Change what makes and what opens values of it',
  ),
  'service-object-typed': wording(({ is }) => `the Service Object is a type as well: ${is}`, 'Nothing'),
  'system-type-added': wording('the System Type is new', 'Nothing'),
  'system-type-removed': wording(
    'the System Type is gone, as no array of it is left',
    'Stop using its Methods',
  ),
} as const;
