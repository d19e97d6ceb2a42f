import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { ResponseError } from '../../src/base/errors.js';
import type { HttpAnswer } from '../../src/http/http-request.js';
import type { AnswerDefinition } from '../../src/model/definition.js';
import { decodeAnswer, textOfAnswer } from '../../src/runtime/decode-answer.js';
import { type MethodPlan, planMethod } from '../../src/runtime/method-plan.js';
import { httpOutputs, shapeOutputs } from '../../src/runtime/shape-outputs.js';
import { thrownBy } from './thrown-by.js';

const record: AnswerDefinition = {
  as: 'record',
  properties: { id: 'Text', tasks: 'SerializedArray', n: 'Number', d: 'Decimal', _at: 'DateTime' },
  wireNames: { _at: '@at' },
};
const planOf = (answers: Record<string, AnswerDefinition>, verb = 'GET'): MethodPlan =>
  planMethod({ verb, path: '/tasks/{id}', answers }, 'nwc › Tasks › Get');
const answerOf = (
  body: string | Buffer,
  status = 200,
  contentType: string | undefined = 'application/json',
  headers: Record<string, string> = {},
): HttpAnswer => ({
  status,
  headers: { ...(contentType === undefined ? {} : { 'content-type': contentType }), ...headers },
  body: Buffer.from(body),
});
const outputsOf = (plan: MethodPlan, answer: HttpAnswer): unknown =>
  shapeOutputs(plan, decodeAnswer(plan, answer, []));

const asking = (accept: string, definition: AnswerDefinition): MethodPlan =>
  planMethod(
    { verb: 'GET', path: '/tasks/{id}', accept, answers: { '200': definition } },
    'nwc › Tasks › Get',
  );
const only = (definition: AnswerDefinition, verb?: string): MethodPlan => planOf({ '200': definition }, verb);
const value = (type: Extract<AnswerDefinition, { as: 'value' }>['type']): AnswerDefinition => ({
  as: 'value',
  type,
});

describe('outputs of an answer', () => {
  const rows: { name: string; plan: MethodPlan; answer: HttpAnswer; want: unknown }[] = [
    {
      name: 'a record',
      plan: only(record),
      answer: answerOf('{"id":"7","tasks":[{"id":"8"}],"@at":"2024","more":1}'),
      want: { id: '7', tasks: '[{"id":"8"}]', _at: '2024' },
    },
    {
      name: 'nulls in it',
      plan: only(record),
      answer: answerOf('{"id":null,"tasks":null}'),
      want: { id: null, tasks: null },
    },
    {
      name: 'nothing rounded',
      plan: only(record),
      answer: answerOf(
        '{"n":9007199254740993,"d":12345678901234567.89,"tasks":[{"n":9007199254740993,"d":0.12345678901234567890}]}',
      ),
      want: {
        n: 9007199254740993n,
        d: '12345678901234567.89',
        tasks: '[{"n":9007199254740993,"d":0.12345678901234567890}]',
      },
    },
    { name: 'null for a record', plan: only(record), answer: answerOf('null'), want: {} },
    {
      name: '204 for a promised record',
      plan: planOf({ '2XX': record }),
      answer: answerOf('', 204, undefined),
      want: {},
    },
    {
      name: '204 with a body that HTTP does not allow',
      plan: planOf({ '2XX': record }),
      answer: answerOf('x', 204),
      want: {},
    },
    { name: 'HEAD has no body', plan: only(record, 'HEAD'), answer: answerOf(''), want: {} },
    {
      name: 'an array',
      plan: only({ as: 'array' }),
      answer: answerOf('[{"a":1}]'),
      want: { Serialized_Array: '[{"a":1}]' },
    },
    {
      name: 'an item',
      plan: only({ as: 'item' }),
      answer: answerOf('{"a": 9007199254740993}'),
      want: { Serialized_Item__String_: '{"a":9007199254740993}' },
    },
    { name: 'a number', plan: only(value('Number')), answer: answerOf('5'), want: { Value: 5 } },
    { name: 'JSON text', plan: only(value('Text')), answer: answerOf('"x"'), want: { Value: 'x' } },
    {
      name: 'text that is not JSON by its type',
      plan: only(value('Text')),
      answer: answerOf('x', 200, 'text/plain'),
      want: { Value: 'x' },
    },
    { name: 'null as a value', plan: only(value('Text')), answer: answerOf('null'), want: { Value: null } },
    {
      name: 'text',
      plan: only({ as: 'text' }),
      answer: answerOf('<p>', 200, 'text/html'),
      want: { HttpResponseContent: '<p>' },
    },
    { name: 'empty text', plan: only({ as: 'text' }), answer: answerOf(''), want: {} },
    { name: 'nothing promised', plan: only({ as: 'nothing' }), answer: answerOf('whatever'), want: {} },
    {
      name: 'a file',
      plan: only({ as: 'file' }),
      answer: answerOf('x', 200, 'application/pdf', {
        'content-disposition': 'attachment; filename="../a/b.pdf"',
      }),
      want: { File: { name: 'b.pdf', contentType: 'application/pdf', content: Buffer.from('x') } },
    },
    {
      name: 'a file of text that was asked for as any bytes',
      plan: asking('application/octet-stream', { as: 'file' }),
      answer: answerOf('<html>', 200, 'text/html'),
      want: { File: { name: undefined, contentType: 'text/html', content: Buffer.from('<html>') } },
    },
    {
      name: 'JSON that is a file to keep',
      plan: asking('application/pdf', { as: 'file' }),
      answer: answerOf('{}', 200, 'application/json', { 'content-disposition': 'attachment' }),
      want: { File: { name: undefined, contentType: 'application/json', content: Buffer.from('{}') } },
    },
    {
      name: 'text that is said to be HTML, and is none',
      plan: asking('text/plain', { as: 'text' }),
      answer: answerOf('a < b', 200, 'text/html'),
      want: { HttpResponseContent: 'a < b' },
    },
    {
      name: 'HTML that was asked for',
      plan: asking('text/plain, text/html', { as: 'text' }),
      answer: answerOf('<html>', 200, 'text/html'),
      want: { HttpResponseContent: '<html>' },
    },
    {
      name: 'UTF-16 by its mark, the big end first',
      plan: only({ as: 'text' }),
      answer: answerOf(Buffer.from('\ufeffhé', 'utf16le').swap16(), 200, 'text/plain; charset=utf-16'),
      want: { HttpResponseContent: 'hé' },
    },
    {
      name: 'UTF-16 by its mark alone',
      plan: only(record),
      answer: answerOf(Buffer.from('\ufeff{"id":"é"}', 'utf16le')),
      want: { id: 'é' },
    },
    {
      name: 'UTF-8 by its mark, whatever the header says',
      plan: only(record),
      answer: answerOf('\ufeff{"id":"é"}', 200, 'application/json; charset=iso-8859-1'),
      want: { id: 'é' },
    },
    {
      name: 'a code not listed',
      plan: only(record),
      answer: answerOf('{"id":"7"}', 201),
      want: { HttpResponseContent: '{"id":"7"}' },
    },
    {
      name: 'a range',
      plan: planOf({ '2XX': record }),
      answer: answerOf('{"id":"7"}', 201),
      want: { id: '7' },
    },
    {
      name: 'the code before the range',
      plan: planOf({ '201': { as: 'array' }, '2XX': record, default: record }),
      answer: answerOf('[]', 201),
      want: { Serialized_Array: '[]' },
    },
    {
      name: 'default',
      plan: planOf({ default: record }),
      answer: answerOf('{"id":"7"}', 299),
      want: { id: '7' },
    },
    {
      name: 'a charset',
      plan: only(record),
      answer: answerOf(Buffer.from('{"id":"é"}', 'latin1'), 200, 'application/json; charset="ISO-8859-1"'),
      want: { id: 'é' },
    },
    {
      name: 'a byte order mark',
      plan: only(record),
      answer: answerOf('\ufeff{"id":"7"}'),
      want: { id: '7' },
    },
    {
      name: '__proto__ is data',
      plan: only({ as: 'item' }),
      answer: answerOf('{"__proto__":{"a":1}}'),
      want: { Serialized_Item__String_: '{"__proto__":{"a":1}}' },
    },
  ];
  for (const { name, plan, answer, want } of rows) {
    test(name, () => expect(outputsOf(plan, answer)).toEqual(want));
  }

  test('decimals in data are digits, where no number holds them', () => {
    const decoded = decodeAnswer(only(record), answerOf('{"d":12345678901234567.89,"n":1}'), [], String);
    expect(decoded.value).toEqual({ d: '12345678901234567.89', n: 1 });
  });

  test('what every Method gives', () => {
    expect(httpOutputs(204, { 'x-a': '1' }, false)).toEqual({ HttpResponseCode: 204 });
    expect(httpOutputs(204, { 'x-a': '1' }, true)).toEqual({
      HttpResponseCode: 204,
      HttpResponseHeaders: '[{"Name":"x-a","Value":"1"}]',
    });
  });
});

describe('an answer that is not what was promised', () => {
  const rows: { name: string; plan: MethodPlan; answer: HttpAnswer; want: string }[] = [
    {
      name: 'invalid JSON',
      plan: only(record),
      answer: answerOf('{"id":'),
      want: 'the answer is not JSON, though the service answered 200',
    },
    { name: 'HTML', plan: only(record), answer: answerOf('<html>', 200, 'text/html'), want: 'not JSON' },
    {
      name: 'HTML for a text value',
      plan: only(value('Text')),
      answer: answerOf('<html>', 200, 'text/html; charset=utf-8'),
      want: 'the answer is HTML, which was not asked for',
    },
    {
      name: 'HTML for text',
      plan: asking('text/csv', { as: 'text' }),
      answer: answerOf('<html>', 200, 'text/html'),
      want: 'the answer is HTML, which was not asked for',
    },
    {
      name: 'HTML for a file',
      plan: asking('application/pdf', { as: 'file' }),
      answer: answerOf('<html>', 200, 'application/xhtml+xml'),
      want: 'the answer is HTML, which was not asked for',
    },
    {
      name: 'JSON for a file',
      plan: asking('application/pdf, image/png', { as: 'file' }),
      answer: answerOf('{"error":1}', 200, 'application/problem+json'),
      want: 'the answer is JSON, which was not asked for',
    },
    { name: 'empty', plan: only(record), answer: answerOf(''), want: 'the answer is empty' },
    { name: 'blank', plan: only({ as: 'array' }), answer: answerOf(' \n'), want: 'the answer is empty' },
    {
      name: 'an array for a record',
      plan: only(record),
      answer: answerOf('[]'),
      want: 'should be one item, but is an array',
    },
    {
      name: 'text for a record',
      plan: only(record),
      answer: answerOf('"x"'),
      want: 'should be one item, but is a string',
    },
    {
      name: 'an item for an array',
      plan: only({ as: 'array' }),
      answer: answerOf('{}'),
      want: 'should be an array, but is one item',
    },
    {
      name: 'a Property of another type',
      plan: only(record),
      answer: answerOf('{"id":{"x":1}}'),
      want: "'id' should be Text (a string), but is one item",
    },
    {
      name: 'a value of another type',
      plan: only(value('Number')),
      answer: answerOf('"5"'),
      want: 'should be a Number (a whole number), but is a string',
    },
    {
      name: 'no UTF-8',
      plan: only(record),
      answer: answerOf(Buffer.from('{"id":"é"}', 'latin1')),
      want: "not text in 'utf-8'",
    },
    {
      name: 'an unknown charset',
      plan: only({ as: 'text' }),
      answer: answerOf('x', 200, 'text/plain; charset=x-evil'),
      want: "not text in 'x-evil'",
    },
  ];
  for (const { name, plan, answer, want } of rows) {
    test(name, async () => {
      const error = (await thrownBy(() => outputsOf(plan, answer))) as ResponseError;
      expect(error).toMatchObject({
        name: 'ResponseError',
        code: 'RESPONSE_MALFORMED',
        HttpResponseCode: 200,
      });
      expect(error.message).toMatch(/^nwc › Tasks › Get: .*\(GET \/tasks\/\{id\}\)\. /);
      expect(error.message).toContain(want);
      expect(error.body).toBe(textOfAnswer(answer));
    });
  }

  test('an echoed secret does not come out', async () => {
    const answer = answerOf('s3cret-token', 200, 'application/json', { 'x-echo': 'Bearer s3cret-token' });
    const error = await thrownBy(() => decodeAnswer(only(record), answer, ['s3cret-token']));
    expect(inspect(error, { depth: 9 })).not.toContain('s3cret');
  });

  test('a secret is masked before the body is cut', async () => {
    const answer = answerOf(`${'x'.repeat(64 * 1024 - 6)}s3cret-token`);
    const error = await thrownBy(() => decodeAnswer(only(record), answer, ['s3cret-token']));
    expect((error as ResponseError).body).not.toContain('s3');
    expect((error as ResponseError).body.length).toBeLessThanOrEqual(64 * 1024);
  });
});
