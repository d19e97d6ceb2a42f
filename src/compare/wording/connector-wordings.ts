import { wording } from './wording.js';

/** Kinds of change that concern a Connector as a whole. */
export const CONNECTOR_WORDINGS = {
  'authentication-mode-changed': wording(
    ({ was, is }) => `the Service Instance proves who is calling by ${is} instead of ${was}`,
    'Set the environment variables that the new mode reads wherever the workflows run',
  ),
  'authentication-setting-changed': wording(
    ({ is }) => `the authentication settings differ in ${is}`,
    'Check that the credentials at hand fit the new settings',
  ),
  'credential-added': wording(
    ({ is }) => `the service takes ${is} as well`,
    'Nothing; the credential in use is still taken',
  ),
  'credential-no-longer-required': wording(
    ({ was }) => `no credential is needed any more; it was ${was}`,
    'Nothing; or stop sending the credential',
  ),
  'credential-removed': wording(
    ({ was }) => `the service no longer takes ${was}`,
    'Register the Service Instance with an authentication that is still taken',
  ),
  'credential-required': wording(
    ({ is }) => `a credential is needed now: ${is}`,
    'Register the Service Instance with this authentication',
  ),
  'scope-added': wording(
    ({ is }) => `the credential must allow ${is} as well`,
    'Have the scope granted, and ask for it in the authentication settings',
  ),
  'scope-removed': wording(
    ({ was }) => `the credential need not allow ${was} any more`,
    'Nothing; or ask for fewer scopes',
  ),
  'service-url-added': wording(
    ({ is }) => `the service URL is known now: ${is}`,
    'Nothing; one given to connect still goes first',
  ),
  'service-url-changed': wording(
    ({ was, is }) => `the service URL is ${is} instead of ${was}`,
    'Check that the new address is meant, is let through, and takes the credentials at hand',
  ),
  'service-url-removed': wording(
    ({ was }) => `the descriptor names no service URL any more; it was ${was}`,
    'Give the service URL when the Service Instance is registered, or to connect',
  ),
  'service-url-variable-added': wording(
    ({ is }) => `the service URL has the variable ${is}, which has a default`,
    'Nothing, if the default is what you want',
  ),
  'service-url-variable-added-required': wording(
    ({ is }) => `the service URL has the variable ${is}, which has no default`,
    'Give its value to connect',
  ),
  'service-url-variable-default-changed': wording(
    ({ was, is }) => `the variable of the service URL stands for ${is} instead of ${was}`,
    'Give the value you want to connect',
  ),
  'service-url-variable-removed': wording(
    ({ was }) => `the service URL has no variable ${was} any more`,
    'Take its value out of the call of connect',
  ),
  'service-url-variable-value-added': wording(
    ({ is }) => `a variable of the service URL may be ${is} as well`,
    'Nothing',
  ),
  'service-url-variable-value-removed': wording(
    ({ was }) => `a variable of the service URL may no longer be ${was}`,
    'Give another value to connect',
  ),
  'token-url-changed': wording(
    ({ was, is }) => `tokens come from ${is} instead of ${was}`,
    'Put the new token URL into the authentication settings',
  ),
} as const;
