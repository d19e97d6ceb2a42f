import { describe, expect, test } from 'vitest';
import { operationAddress, type ServiceUrlOptions, serviceAddress } from '../../src/runtime/service-url.js';
import { thrownBy } from './thrown-by.js';

type Definition = Parameters<typeof serviceAddress>[0];

const rows: { name: string; given: [Omit<Definition, 'name'>, ServiceUrlOptions]; want: string }[] = [
  {
    name: 'as registered',
    given: [{ serviceUrl: 'https://a.example/v2/' }, {}],
    want: 'https://a.example|/v2',
  },
  { name: 'no base path', given: [{ serviceUrl: 'https://a.example' }, {}], want: 'https://a.example|' },
  {
    name: 'default port',
    given: [{ serviceUrl: 'HTTPS://A.example:443/v2' }, {}],
    want: 'https://a.example|/v2',
  },
  {
    name: 'another host keeps the base path',
    given: [{ serviceUrl: 'https://a.example/v2' }, { serviceUrl: 'http://127.0.0.1:8080' }],
    want: 'http://127.0.0.1:8080|/v2',
  },
  {
    name: 'a slash takes the base path away',
    given: [{ serviceUrl: 'https://a.example/v2' }, { serviceUrl: 'http://127.0.0.1:8080/' }],
    want: 'http://127.0.0.1:8080|',
  },
  {
    name: 'another path replaces it',
    given: [{ serviceUrl: 'https://a.example/v2' }, { serviceUrl: 'https://b.example/x/y//' }],
    want: 'https://b.example|/x/y',
  },
  {
    name: 'a relative one lends its path',
    given: [{ serviceUrl: '/v2' }, { serviceUrl: 'https://b.example' }],
    want: 'https://b.example|/v2',
  },
  { name: 'none registered', given: [{}, { serviceUrl: 'https://b.example' }], want: 'https://b.example|' },
  {
    name: 'dots are resolved at once',
    given: [{ serviceUrl: 'https://a.example/x/../v2' }, {}],
    want: 'https://a.example|/v2',
  },
  {
    name: 'variables by default',
    given: [
      {
        serviceUrl: 'https://{region}.a.example/{v}',
        variables: { region: { default: 'eu' }, v: { default: 'v2' } },
      },
      {},
    ],
    want: 'https://eu.a.example|/v2',
  },
  {
    name: 'variables given',
    given: [
      { serviceUrl: 'https://{region}.a.example/v2', variables: { region: { values: ['eu', 'us'] } } },
      { variables: { region: 'us' } },
    ],
    want: 'https://us.a.example|/v2',
  },
];

describe('serviceAddress', () => {
  for (const { name, given, want } of rows) {
    test(name, () => {
      const { origin, basePath } = serviceAddress({ name: 'nwc', ...given[0] }, given[1]);
      expect(`${origin}|${basePath}`).toBe(want);
    });
  }

  const variables = { region: { default: 'eu', values: ['eu', 'us'] } };
  const refused: { name: string; given: [Omit<Definition, 'name'>, unknown]; want: string }[] = [
    { name: 'nothing known', given: [{}, {}], want: 'no service URL is known' },
    { name: 'relative', given: [{ serviceUrl: '/v2' }, {}], want: "'/v2' is no http or https URL" },
    { name: 'other scheme', given: [{}, { serviceUrl: 'ftp://a.example' }], want: 'no http or https URL' },
    { name: 'no scheme', given: [{}, { serviceUrl: 'a.example' }], want: 'no http or https URL' },
    { name: 'empty', given: [{}, { serviceUrl: '' }], want: 'no http or https URL' },
    { name: 'unparsable', given: [{}, { serviceUrl: 'http://[::1' }], want: 'no http or https URL' },
    { name: 'a user name', given: [{}, { serviceUrl: 'https://u:s3cret@a.example' }], want: 'a user name' },
    { name: 'a query', given: [{}, { serviceUrl: 'https://a.example/?k=s3cret' }], want: 'a query' },
    { name: 'a fragment', given: [{}, { serviceUrl: 'https://a.example/#s3cret' }], want: 'a fragment' },
    {
      name: 'a password in a bad URL',
      given: [{}, { serviceUrl: 'ftp://u:s3cret@a.example?k=s3cret' }],
      want: "'a.example'",
    },
    { name: 'no text', given: [{}, { serviceUrl: 8080 }], want: 'no http or https URL' },
    {
      name: 'a URL object',
      given: [{}, { serviceUrl: new URL('https://a.example') }],
      want: 'no http or https URL',
    },
    {
      name: 'unknown value',
      given: [{ serviceUrl: 'https://{region}.a.example', variables }, { variables: { region: 'mars' } }],
      want: "It is one of 'eu', 'us'",
    },
    { name: 'no value', given: [{ serviceUrl: 'https://{x}.a.example' }, {}], want: "Pass variables: { 'x'" },
    {
      name: 'inherited name',
      given: [{ serviceUrl: 'https://{constructor}.a.example' }, {}],
      want: 'no usable value',
    },
    {
      name: 'a value that leaves the host',
      given: [{ serviceUrl: 'https://{x}.a.example' }, { variables: { x: 'evil.example/?' } }],
      want: 'no usable value',
    },
  ];
  for (const { name, given, want } of refused) {
    test(`refuses: ${name}`, async () => {
      const error = await thrownBy(() =>
        serviceAddress({ name: 'nwc', ...given[0] }, given[1] as ServiceUrlOptions),
      );
      expect(error).toMatchObject({ name: 'SettingError', code: 'SERVICE_URL_INVALID' });
      expect(error.message).toMatch(/^nwc: /);
      expect(error.message).toContain(want);
      expect(error.message).not.toContain('s3cret');
    });
  }
});

describe('operationAddress', () => {
  const address = { origin: 'https://a.example', basePath: '/v2' };
  const rows: { name: string; own: string; options?: ServiceUrlOptions; want: string }[] = [
    { name: 'another base path', own: 'https://a.example/v3', want: 'https://a.example|/v3' },
    { name: 'relative', own: '/v3/', want: 'https://a.example|/v3' },
    {
      name: 'the caller names the host',
      own: 'https://files.example/v3',
      options: { serviceUrl: 'http://127.0.0.1:1' },
      want: 'http://127.0.0.1:1|/v3',
    },
    {
      name: 'the caller names the whole',
      own: 'https://files.example/v3',
      options: { serviceUrl: 'http://127.0.0.1:1/x' },
      want: 'http://127.0.0.1:1|/x',
    },
  ];
  for (const { name, own, options = {}, want } of rows) {
    test(name, () => {
      const { origin, basePath } = operationAddress({ name: 'nwc', serviceUrl: own }, options, address);
      expect(`${origin}|${basePath}`).toBe(want);
    });
  }

  for (const own of [
    'https://files.example/v2',
    '//files.example/v2',
    'http://a.example/v2',
    'ftp://a.example',
  ]) {
    test(`refuses ${own}: no credential goes there`, async () => {
      const error = await thrownBy(() => operationAddress({ name: 'nwc', serviceUrl: own }, {}, address));
      expect(error).toMatchObject({ code: 'SERVICE_URL_INVALID' });
    });
  }
});
