import { wording } from './wording.js';

/** Kinds of change that concern a Method as a whole, or what announces the end of anything. */
export const METHOD_WORDINGS = {
  'answer-described': wording(
    ({ is }) => `the Method answers ${is}, where nothing was known of an answer`,
    'Nothing; or use the new outputs',
  ),
  'answer-media-type-added': wording(({ is }) => `the answer is offered as ${is} as well`, 'Nothing'),
  'answer-media-type-changed': wording(
    ({ was, is }) => `the Method asks for ${is} instead of ${was}`,
    'Check what reads HttpResponseContent, and whatever stands between you and the service',
  ),
  'answer-media-type-removed': wording(
    ({ was }) => `the answer is no longer offered as ${was}, which the Method does not ask for`,
    'Nothing, unless you ask for it with HttpHeaders',
  ),
  'answer-retyped': wording(
    ({ was, is }) => `the Method answers ${is} instead of ${was}`,
    'Change what reads its outputs',
  ),
  'deprecation-header-announced': wording(
    ({ is }) => `its answers may carry the header ${is}`,
    'Look into HttpResponseHeaders: it says from when on the Method is deprecated or gone',
  ),
  'deprecation-header-withdrawn': wording(
    ({ was }) => `its answers do not carry the header ${was} any more`,
    'Nothing',
  ),
  'method-added': wording('the Method is new', 'Nothing'),
  'method-deprecated': wording('the Method is deprecated', 'Look for what replaces it before it goes away'),
  'method-moved': wording(
    ({ was, is }) => `the Method ${was} is ${is} now`,
    'Call it on the other Service Object',
  ),
  'method-no-longer-deprecated': wording('the Method is not deprecated any more', 'Nothing'),
  'method-removed': wording('the Method is gone', 'Stop calling it'),
  'method-renamed': wording(
    ({ was, is }) => `the Method ${was} is called ${is} now; the operation is the same`,
    'Call it by the new name',
  ),
  'method-retyped': wording(
    ({ was, is }) => `the Method is of type ${is} instead of ${was}`,
    'Change what calls it: a list has rows, the other types have one',
  ),
  'method-service-url-changed': wording(
    ({ was, is }) => `the Method calls ${is} instead of ${was}`,
    'Check that the new address is meant, is let through, and takes the credentials at hand',
  ),
  'method-verb-changed': wording(
    ({ was, is }) => `the operation is called with ${is} instead of ${was}`,
    'Nothing; generate the connector again',
  ),
  'method-wire-path-changed': wording(
    ({ was, is }) => `the operation is found at ${is} instead of ${was}`,
    'Nothing; generate the connector again',
  ),
  'paging-added': wording('the Method can go through pages', 'Nothing; or read its rows page by page'),
  'paging-removed': wording(
    'the Method cannot go through pages any more',
    'Ask for what you need in one call, or say how it pages in the settings',
  ),
  'request-media-type-added': wording(({ is }) => `the body is taken as ${is} as well`, 'Nothing'),
  'request-media-type-changed': wording(
    ({ was, is }) => `the body is sent as ${is} instead of ${was}`,
    'Check whatever stands between you and the service',
  ),
  'request-media-type-removed': wording(
    ({ was }) => `the body is no longer taken as ${was}, which the Method does not send`,
    'Nothing',
  ),
  'success-code-added': wording(
    ({ is }) => `the answer ${is} is a success as well`,
    'Check what reads HttpResponseCode, and whether every output is still there',
  ),
  'success-code-changed': wording(
    ({ was, is }) => `success is ${is} instead of ${was}`,
    'Check what reads HttpResponseCode',
  ),
  'success-code-removed': wording(
    ({ was }) => `the answer ${was} is no success any more`,
    'Check what reads HttpResponseCode',
  ),
  'sunset-announced': wording(({ is }) => `it goes away on ${is}`, 'Stop using it before that day'),
  'sunset-earlier': wording(
    ({ was, is }) => `it goes away on ${is}, and not only on ${was}`,
    'Stop using it before that day',
  ),
  'sunset-later': wording(({ was, is }) => `it goes away on ${is}, and not on ${was} already`, 'Nothing yet'),
  'sunset-withdrawn': wording(({ was }) => `it does not go away on ${was} any more`, 'Nothing'),
} as const;
