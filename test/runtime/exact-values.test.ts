/** What becomes of values that JSON, JavaScript and a URL hold in different ways: there and back, over a real server. */
import { describe, expect, test } from 'vitest';
import type { ServiceObjectDefinition } from '../../src/model/definition.js';
import type { Method } from '../../src/runtime/connect.js';
import { boundTo, serving } from './connected-tasks.js';
import type { Row } from './tasks-connector.js';
import { thrownBy } from './thrown-by.js';

const VALUES: ServiceObjectDefinition = {
  systemName: 'Values',
  methods: {
    Put: {
      verb: 'PUT',
      path: '/values',
      inputs: {
        item: {
          in: 'body',
          type: 'SerializedItem',
          item: { properties: { amount: 'Decimal', note: 'Text' } },
        },
        whole: { in: 'query', type: 'Number' },
        decimal: { in: 'query', type: 'Decimal' },
        text: { in: 'query', type: 'Text' },
        when: { in: 'query', type: 'DateTime' },
      },
      answers: {
        '200': {
          as: 'record',
          properties: {
            whole: 'Number',
            decimal: 'Decimal',
            text: 'Text',
            when: 'DateTime',
            item: 'SerializedItem',
          },
        },
      },
    },
  },
};

type Values = { readonly Put: Method<Row, Row, Row> };

/** A connector whose service answers with that text. */
async function answered(answer: string): Promise<{ bodies: string[]; urls: string[]; Values: Values }> {
  const bodies: string[] = [];
  const urls: string[] = [];
  const server = await serving((response, request) => {
    bodies.push(request.body);
    urls.push(request.url);
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  });
  return { bodies, urls, Values: boundTo<Values>(server.origin, VALUES) };
}

describe('an answer', () => {
  const rows: { name: string; answer: string; outputs: Row; data: Row }[] = [
    {
      name: 'a whole number beyond 2^53 is a bigint',
      answer: '{"whole":9007199254740993}',
      outputs: { whole: 9007199254740993n },
      data: { whole: 9007199254740993n },
    },
    {
      name: 'the least of int64 too',
      answer: '{"whole":-9223372036854775808}',
      outputs: { whole: -9223372036854775808n },
      data: { whole: -9223372036854775808n },
    },
    {
      name: 'a decimal with more digits than a number holds is its digits',
      answer: '{"decimal":0.12345678901234567891}',
      outputs: { decimal: '0.12345678901234567891' },
      data: { decimal: '0.12345678901234567891' },
    },
    {
      name: 'a decimal that a number holds is one',
      answer: '{"decimal":1.50}',
      outputs: { decimal: 1.5 },
      data: { decimal: 1.5 },
    },
    {
      name: 'nothing of it is rounded in Serialized text',
      answer: '{"item":{"a":9007199254740993,"b":1.00000000000000000001,"c":1e400}}',
      outputs: { item: '{"a":9007199254740993,"b":1.00000000000000000001,"c":1e400}' },
      data: { item: { a: 9007199254740993n, b: '1.00000000000000000001', c: '1e400' } },
    },
    {
      name: '-0 stays what it is',
      answer: '{"decimal":-0}',
      outputs: { decimal: -0 },
      data: { decimal: -0 },
    },
    {
      name: 'a date stays the text it was',
      answer: '{"when":"2024-02-30T25:00:00.123456789+01:00"}',
      outputs: { when: '2024-02-30T25:00:00.123456789+01:00' },
      data: { when: '2024-02-30T25:00:00.123456789+01:00' },
    },
    {
      name: 'half of a surrogate pair stays',
      answer: '{"text":"\\ud800","item":{"t":"\\udc00"}}',
      outputs: { text: '\ud800', item: '{"t":"\\udc00"}' },
      data: { text: '\ud800', item: { t: '\udc00' } },
    },
    {
      name: 'of a name that stands twice the last counts',
      answer: '{"text":"a","text":"b","item":{"x":1,"x":2}}',
      outputs: { text: 'b', item: '{"x":2}' },
      data: { text: 'b', item: { x: 2 } },
    },
    {
      name: 'and so it does beside a long number',
      answer: '{"text":"a","text":"b","whole":9007199254740993}',
      outputs: { text: 'b', whole: 9007199254740993n },
      data: { text: 'b', whole: 9007199254740993n },
    },
  ];
  for (const { name, answer, outputs, data } of rows) {
    test(name, async () => {
      const { Values } = await answered(answer);
      expect(await Values.Put({})).toStrictEqual({ ...outputs, HttpResponseCode: 200 });
      expect((await Values.Put.data({})).data).toEqual(data);
    });
  }

  test('a long decimal where a text was promised is none, in data as well', async () => {
    const { Values } = await answered('{"text":0.12345678901234567891}');
    for (const call of [Values.Put, Values.Put.data])
      expect(await thrownBy(() => call({}))).toMatchObject({ code: 'RESPONSE_MALFORMED' });
  });

  test('__proto__ is data, also beside a long number', async () => {
    for (const more of ['', ',"n":9007199254740993']) {
      const { Values } = await answered(`{"item":{"__proto__":{"polluted":1}${more}}}`);
      expect((await Values.Put({}))['item']).toBe(`{"__proto__":{"polluted":1}${more}}`);
      const { item } = (await Values.Put.data({})).data as { item: object };
      expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
      expect(Object.getOwnPropertyDescriptor(item, '__proto__')?.value).toEqual({ polluted: 1 });
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('an input', () => {
  const sent: { name: string; given: Row; url?: string; body?: string }[] = [
    { name: 'a bigint', given: { whole: 9007199254740993n }, url: '/values?whole=9007199254740993' },
    {
      name: 'a decimal as text',
      given: { decimal: '0.12345678901234567891' },
      url: '/values?decimal=0.12345678901234567891',
    },
    { name: '-0', given: { decimal: -0 }, url: '/values?decimal=0' },
    {
      name: 'a date as text is not touched',
      given: { when: '2024-01-31T10:00:00+01:00' },
      url: '/values?when=2024-01-31T10%3A00%3A00%2B01%3A00',
    },
    {
      name: 'a Date is UTC',
      given: { when: new Date(Date.UTC(2024, 0, 31, 9)) },
      url: '/values?when=2024-01-31T09%3A00%3A00.000Z',
    },
    {
      name: 'Serialized text as it is, names that stand twice and all',
      given: { item: '{"a":9007199254740993, "a":1.10}' },
      body: '{"a":9007199254740993, "a":1.10}',
    },
    {
      name: 'a value with a bigint in it',
      given: { item: { a: 9007199254740993n, b: [-0] } },
      body: '{"a":9007199254740993,"b":[0]}',
    },
    {
      name: 'a decimal as text in a value, as `data` gives it',
      given: { item: { amount: '0.12345678901234567891', note: '1.50' } },
      body: '{"amount":0.12345678901234567891,"note":"1.50"}',
    },
    {
      name: 'NaN inside a value is null, as in JSON',
      given: { item: { a: Number.NaN } },
      body: '{"a":null}',
    },
    { name: 'half of a surrogate pair in JSON', given: { item: { a: '\ud800' } }, body: '{"a":"\\ud800"}' },
  ];
  for (const { name, given, url = '/values', body = '' } of sent) {
    test(name, async () => {
      const { bodies, urls, Values } = await answered('{}');
      await Values.Put(given);
      expect([urls, bodies]).toEqual([[url], [body]]);
    });
  }

  const refused: { name: string; given: Row }[] = [
    { name: 'a number that was rounded already', given: { whole: 2 ** 53 } },
    { name: 'NaN', given: { whole: Number.NaN } },
    { name: 'NaN as a decimal', given: { decimal: Number.NaN } },
    { name: 'Infinity', given: { decimal: Number.POSITIVE_INFINITY } },
    { name: 'half of a surrogate pair in an address', given: { text: '\ud800' } },
    { name: 'a Date that is none', given: { when: new Date(Number.NaN) } },
  ];
  for (const { name, given } of refused) {
    test(`refused: ${name}`, async () => {
      const { urls, Values } = await answered('{}');
      expect(await thrownBy(() => Values.Put(given))).toMatchObject({
        name: 'InputError',
        code: 'INPUT_INVALID',
      });
      expect(urls).toEqual([]);
    });
  }
});
