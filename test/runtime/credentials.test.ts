import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { authenticate } from '../../src/runtime/authenticate.js';
import { type AuthenticationOption, checkAuthentication } from '../../src/runtime/authentication-option.js';
import {
  isSecretName,
  isSecretSegment,
  maskHeaders,
  maskSecrets,
  secretsIn,
} from '../../src/runtime/mask-secrets.js';
import { thrownBy } from './thrown-by.js';

const WHO = 'Service Instance nwc, authentication';

describe('authenticate', () => {
  beforeEach(() => {
    process.env['RB_TEST_TOKEN'] = 's3cret';
  });
  afterEach(() => {
    delete process.env['RB_TEST_TOKEN'];
  });

  const rows: { name: string; given: AuthenticationOption; want: unknown }[] = [
    { name: 'none', given: { mode: 'none' }, want: { headers: {}, secrets: [] } },
    { name: 'impersonate', given: { mode: 'impersonate' }, want: { headers: {}, secrets: [] } },
    {
      name: 'static, UTF-8 (RFC 7617)',
      given: { mode: 'static', userName: 'test', password: '123£' },
      want: { headers: { authorization: 'Basic dGVzdDoxMjPCow==' }, secrets: ['123£', 'dGVzdDoxMjPCow=='] },
    },
    {
      name: 'bearer',
      given: { mode: 'bearer', token: 'abc' },
      want: { headers: { authorization: 'Bearer abc' }, secrets: ['abc'] },
    },
    {
      name: 'bearer from the environment',
      given: { mode: 'bearer', token: '${RB_TEST_TOKEN}' },
      want: { headers: { authorization: 'Bearer s3cret' }, secrets: ['s3cret'] },
    },
    {
      name: 'bearer from a function',
      given: { mode: 'bearer', token: async () => 'abc' },
      want: { headers: { authorization: 'Bearer abc' }, secrets: ['abc'] },
    },
    {
      name: 'what a function gives is taken as it is',
      given: { mode: 'bearer', token: () => 'a${RB_TEST_TOKEN}' },
      want: { headers: { authorization: 'Bearer a${RB_TEST_TOKEN}' }, secrets: ['a${RB_TEST_TOKEN}'] },
    },
    {
      name: 'API key in a header',
      given: { mode: 'api-key', in: 'header', name: 'X-Key', value: 'a b' },
      want: { headers: { 'x-key': 'a b' }, secrets: ['a b', 'a%20b'] },
    },
    {
      name: 'API key in the query',
      given: { mode: 'api-key', in: 'query', name: 'k&', value: 'a&b' },
      want: { headers: {}, query: 'k%26=a%26b', secrets: ['a&b', 'a%26b'] },
    },
    {
      name: 'API key in a cookie',
      given: { mode: 'api-key', in: 'cookie', name: 'k', value: 'a;b' },
      want: { headers: { cookie: 'k=a%3Bb' }, secrets: ['a;b', 'a%3Bb'] },
    },
  ];
  for (const { name, given, want } of rows) {
    test(name, async () => expect(await authenticate(given, WHO)).toEqual(want));
  }

  const refused: { name: string; given: unknown; code: string; want: string }[] = [
    {
      name: 'a variable that is not set',
      given: { mode: 'bearer', token: '${RB_TEST_NONE}' },
      code: 'CREDENTIAL_MISSING',
      want: 'RB_TEST_NONE is not set',
    },
    {
      name: 'empty',
      given: { mode: 'bearer', token: '' },
      code: 'CREDENTIAL_MISSING',
      want: 'the token is empty',
    },
    { name: 'absent', given: { mode: 'bearer' }, code: 'CREDENTIAL_MISSING', want: 'the token is not given' },
    {
      name: 'a function that gives nothing',
      given: { mode: 'static', userName: 'u', password: () => undefined },
      code: 'CREDENTIAL_MISSING',
      want: 'the password is not given',
    },
    {
      name: 'a line break',
      given: { mode: 'bearer', token: 's3cret\n' },
      code: 'SETTING_INVALID',
      want: 'Look for a line break at its end',
    },
    {
      name: 'a colon in the user name',
      given: { mode: 'static', userName: 'a:b', password: 's3cret' },
      code: 'SETTING_INVALID',
      want: 'a colon',
    },
    {
      name: 'an API key as Host',
      given: { mode: 'api-key', in: 'header', name: 'Host', value: 's3cret' },
      code: 'SETTING_INVALID',
      want: 'a header name that the client sets itself',
    },
  ];
  for (const { name, given, code, want } of refused) {
    test(`refuses ${name}`, async () => {
      const error = await thrownBy(() => authenticate(given as AuthenticationOption, WHO));
      expect(error).toMatchObject({ code });
      expect(error.message).toMatch(/^Service Instance nwc, authentication: /);
      expect(error.message).toContain(want);
      expect(error.message).not.toContain('s3cret');
    });
  }

  for (const given of [
    null,
    'bearer',
    {},
    { mode: 'oauth' },
    { mode: 'api-key', in: 'body', name: 'k', value: 's3cret' },
    { mode: 'api-key', in: 'header', value: 's3cret' },
    { mode: 'api-key', in: 'query', name: '', value: 's3cret' },
  ]) {
    test(`a mode that is not known: ${JSON.stringify(given)}`, async () => {
      const error = await thrownBy(() => checkAuthentication(given as AuthenticationOption, WHO));
      expect(error).toMatchObject({ code: 'SETTING_INVALID' });
      expect(error.message).not.toContain('s3cret');
    });
  }
});

describe('masking', () => {
  const rows: { name: string; given: [string, string[]]; want: string }[] = [
    { name: 'everywhere', given: ['a s3cret, s3cret', ['s3cret']], want: 'a [hidden], [hidden]' },
    { name: 'in JSON', given: ['{"t":"s3\\"cret"}', ['s3"cret']], want: '{"t":"[hidden]"}' },
    { name: 'in a URL', given: ['?t=s3%20cret%2F', ['s3 cret/']], want: '?t=[hidden]' },
    { name: 'the longer first', given: ['s3cret-long', ['s3cret', 's3cret-long']], want: '[hidden]' },
    { name: 'not what is very short', given: ['abc', ['abc', '']], want: 'abc' },
    { name: 'half of a surrogate pair', given: ['x s3cret\ud800', ['s3cret\ud800']], want: 'x [hidden]' },
    { name: 'what is special in a pattern', given: ['a $& .* b', ['$& .*']], want: 'a [hidden] b' },
  ];
  for (const { name, given, want } of rows) test(name, () => expect(maskSecrets(...given)).toBe(want));

  test('headers by name, and secrets in the others', () =>
    expect(
      maskHeaders(
        { authorization: 'x', 'x-api-key': 'x', 'set-cookie': 'x', accept: 'x', 'x-echo': 'Bearer s3cret' },
        ['s3cret'],
      ),
    ).toEqual({
      authorization: '[hidden]',
      'x-api-key': '[hidden]',
      'set-cookie': '[hidden]',
      accept: 'x',
      'x-echo': 'Bearer [hidden]',
    }));

  test('secrets of request headers', () =>
    expect(secretsIn({ accept: 'x', authorization: 'Bearer abc', cookie: 'a=one; b=two=2' })).toEqual(
      expect.arrayContaining(['Bearer abc', 'abc', 'one', 'two=2']),
    ));

  const names: [string, boolean][] = [
    ['authorization', true],
    ['Proxy-Authorization', true],
    ['X-Auth', true],
    ['api_key', true],
    ['Ocp-Apim-Subscription-Key', true],
    ['X-CSRF-Token', true],
    ['sessionId', true],
    ['client_secret', true],
    ['accept', false],
    ['content-type', false],
    ['x-request-id', false],
  ];
  for (const [name, want] of names) test(`${name}: ${want}`, () => expect(isSecretName(name)).toBe(want));

  const segments: [string, boolean][] = [
    ['token', true],
    ['shareToken', true],
    ['api-key', true],
    ['client_secret', true],
    ['key', false],
    ['tokenId', false],
    ['sessionId', false],
    ['author', false],
  ];
  for (const [name, want] of segments)
    test(`{${name}} in a path: ${want}`, () => expect(isSecretSegment(name)).toBe(want));
});
