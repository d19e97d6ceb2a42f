import { describe, expect, test } from 'vitest';
import type { ServiceObjectDefinition } from '../../src/model/definition.js';
import type { PagingSettings } from '../../src/model/service-instance.js';
import type { ConnectOptions } from '../../src/runtime/connect-options.js';
import type { PagedMethod, PageOptions } from '../../src/runtime/pages.js';
import { type Answer, boundTo, connected, json, serving } from './connected-tasks.js';
import type { EchoServer } from './echo-server.js';
import type { Row, TasksConnector } from './tasks-connector.js';
import { thrownBy } from './thrown-by.js';

const paged = (nwc: TasksConnector) =>
  nwc.Tasks.Get_tasks as PagedMethod<Row | undefined, Row, unknown, unknown>;

async function all(nwc: TasksConnector, inputs: Row = {}, options?: PageOptions): Promise<unknown[]> {
  return rowsOf(paged(nwc).pages(inputs, options));
}

/** Three pages of two, each naming the next one by `link`. */
const linked =
  (link: (next: number, origin: string) => string | undefined, where: 'body' | 'header' = 'body'): Answer =>
  (response, request) => {
    const page = Number(new URL(request.url, 'http://x').searchParams.get('page') ?? 1);
    const next = page < 3 ? link(page + 1, `http://${request.headers.host}`) : undefined;
    const body = {
      tasks: [{ id: page * 2 - 1 }, { id: page * 2 }],
      ...(where === 'body' ? { nextLink: next } : {}),
    };
    const headers = where === 'header' && next !== undefined ? { link: next } : {};
    json(200, body, headers)(response, request);
  };

const ITEMS: ServiceObjectDefinition = {
  systemName: 'Items',
  methods: {
    List: {
      verb: 'GET',
      path: '/items',
      inputs: {
        take: { in: 'query', type: 'Number' },
        skip: { in: 'query', type: 'Number' },
      },
      answers: { '200': { as: 'value', type: 'SerializedValue' } },
    },
    Of: {
      verb: 'GET',
      path: '/lists/{id}/items',
      inputs: { id: { in: 'path', type: 'Text', required: true }, after: { in: 'query', type: 'Text' } },
      answers: { '200': { as: 'value', type: 'SerializedValue' } },
    },
    Described: {
      verb: 'GET',
      path: '/items',
      nextLink: '@odata.nextLink',
      answers: { '200': { as: 'value', type: 'SerializedValue' } },
    },
  },
};

type Pages = PagedMethod<Row, Row, unknown, unknown>;
type Items = { readonly List: Pages; readonly Of: Pages; readonly Described: Pages };

async function listed(
  options: ConnectOptions,
  answer: Answer,
): Promise<{ server: EchoServer; Items: Items }> {
  const server = await serving(answer);
  return { server, Items: boundTo<Items>(server.origin, ITEMS, options) };
}

async function rowsOf(pages: AsyncIterable<unknown>): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const row of pages) rows.push(row);
  return rows;
}

const SIX = [1, 2, 3, 4, 5, 6].map((id) => ({ id }));

describe('pages follow', () => {
  const rows: { name: string; answer: Answer }[] = [
    { name: 'an absolute nextLink', answer: linked((next, origin) => `${origin}/v2/tasks?page=${next}`) },
    { name: 'a relative one', answer: linked((next) => `/v2/tasks?page=${next}`) },
    { name: 'one that is a query alone', answer: linked((next) => `?page=${next}`) },
    {
      name: 'a Link header',
      answer: linked(
        (next) => `</v2/tasks?page=1>; rel="first", </v2/tasks?page=${next}>; rel="x Next"`,
        'header',
      ),
    },
  ];
  for (const { name, answer } of rows) {
    test(name, async () => {
      const { server, nwc } = await connected(answer, { authentication: { mode: 'bearer', token: 'abc' } });
      expect(await all(nwc)).toEqual(SIX);
      expect(server.received.map(({ headers }) => headers.authorization)).toEqual(
        Array(3).fill('Bearer abc'),
      );
    });
  }

  test('an API key in the query that the service repeats goes out once', async () => {
    const answer = linked((next) => `/v2/tasks?key=abcd&page=${next}`);
    const authentication = { mode: 'api-key', in: 'query', name: 'key', value: 'abcd' } as const;
    const { server, nwc } = await connected(answer, { authentication });
    await all(nwc);
    expect(server.received[1]?.url).toBe('/v2/tasks?page=2&key=abcd');
  });

  test('a cursor as registered', async () => {
    const paging: PagingSettings = { rows: 'tasks', cursor: { input: 'workflowInstanceId', from: 'next' } };
    const { server, nwc } = await connected(
      (response, request) =>
        json(200, request.url.includes('=c2') ? { tasks: [2] } : { tasks: [1], other: [], next: 'c2' })(
          response,
          request,
        ),
      {},
      { paging },
    );
    expect(await all(nwc)).toEqual([1, 2]);
    expect(server.received[1]?.url).toBe('/v2/tasks?workflowInstanceId=c2');
  });

  test('an offset as registered', async () => {
    const paging: PagingSettings = { offset: { input: 'workflowInstanceId' } };
    const { server, nwc } = await connected(
      (response, request) => {
        const from = Number(new URL(request.url, 'http://x').searchParams.get('workflowInstanceId') ?? 0);
        json(200, { tasks: SIX.slice(from, from + 4) })(response, request);
      },
      { paging },
    );
    expect(await all(nwc)).toEqual(SIX);
    expect(server.received.map(({ url }) => url)).toEqual([
      '/v2/tasks',
      '/v2/tasks?workflowInstanceId=4',
      '/v2/tasks?workflowInstanceId=6',
    ]);
  });

  test('an offset with a limit, until a page is not full', async () => {
    const paging: PagingSettings = { offset: { input: 'Skip', limit: 'take' } };
    const { server, Items } = await listed({ paging }, (response, request) => {
      const { searchParams } = new URL(request.url, 'http://x');
      const from = Number(searchParams.get('skip') ?? 0);
      json(200, SIX.slice(from, from + Number(searchParams.get('take'))))(response, request);
    });
    expect(await rowsOf(Items.List.pages({ take: 4 }))).toEqual(SIX);
    expect(server.received.map(({ url }) => url)).toEqual(['/items?take=4', '/items?take=4&skip=4']);
  });

  test('the Property that the descriptor names (x-ms-pageable)', async () => {
    const { server, Items } = await listed({}, (response, request) =>
      json(
        200,
        request.url.includes('after') ? { value: [2] } : { value: [1], '@odata.nextLink': '?after=1' },
      )(response, request),
    );
    expect(await rowsOf(Items.Described.pages({}))).toEqual([1, 2]);
    expect(server.received[1]?.url).toBe('/items?after=1');
  });

  for (const name of ['@odata.nextLink', 'next', 'next_page', 'nextUrl', 'NextLink']) {
    test(`${name}, where nobody names another`, async () => {
      const answer: Answer = (response, request) =>
        json(
          200,
          request.url.includes('after')
            ? { value: [2], [name]: null }
            : { value: [1], [name]: '/items?after=1' },
        )(response, request);
      const { Items } = await listed({}, answer);
      expect(await rowsOf(Items.List.pages({}))).toEqual([1, 2]);
    });
  }

  test('a link that is a query alone, below the path that was asked for', async () => {
    const { server, Items } = await listed({}, (response, request) =>
      json(
        200,
        request.url.includes('page') ? [2] : [1],
        request.url.includes('page') ? {} : { link: '<?page=2>; rel=next' },
      )(response, request),
    );
    expect(await rowsOf(Items.Of.pages({ id: 'a/b' }))).toEqual([1, 2]);
    expect(server.received[1]?.url).toBe('/lists/a%2Fb/items?page=2');
  });

  test('the Properties that the call names', async () => {
    const { Items } = await listed({}, (response, request) =>
      json(
        200,
        request.url.includes('after') ? { a: [2], b: [] } : { a: [1], b: [9], more: '/items?after=1' },
      )(response, request),
    );
    expect(await rowsOf(Items.List.pages({}, { rows: 'a', nextLink: 'more' }))).toEqual([1, 2]);
  });

  test('with the token and the options of the call, page after page', async () => {
    const answer = linked((next) => `?page=${next}`);
    const { server, nwc } = await connected(answer, { authentication: { mode: 'impersonate' } });
    expect(await all(nwc, {}, { token: 'of-anna' })).toEqual(SIX);
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(
      Array(3).fill('Bearer of-anna'),
    );
  });

  test('until the signal', async () => {
    const { server, nwc } = await connected(linked((next) => `?page=${next}`));
    const controller = new AbortController();
    const reason = new Error('enough');
    const rows: unknown[] = [];
    const error = await thrownBy(async () => {
      for await (const row of paged(nwc).pages({}, { signal: controller.signal })) {
        rows.push(row);
        controller.abort(reason);
      }
    });
    expect(error).toBe(reason);
    expect([rows, server.received.length]).toEqual([SIX.slice(0, 2), 1]);
  });

  test('only as far as rows are taken', async () => {
    const { server, nwc } = await connected(linked((next) => `?page=${next}`));
    for await (const row of paged(nwc).pages({})) if ((row as { id: number }).id === 2) break;
    expect(server.received).toHaveLength(1);
  });
});

describe('pages refuse', () => {
  const rows: { name: string; answer: Answer; options?: PageOptions; sent: number }[] = [
    {
      name: 'another origin',
      answer: json(200, { tasks: [1], nextLink: 'https://evil.example/v2/tasks' }),
      sent: 1,
    },
    { name: 'out of the base path', answer: json(200, { tasks: [1], nextLink: '/v3/tasks' }), sent: 1 },
    { name: 'dots', answer: json(200, { tasks: [1], nextLink: '/v2/../admin' }), sent: 1 },
    { name: 'dots in disguise', answer: json(200, { tasks: [1], nextLink: '/v2/..%2fadmin' }), sent: 1 },
    { name: 'credentials', answer: json(200, { tasks: [1], nextLink: 'http://a:b@127.0.0.1/v2' }), sent: 1 },
    { name: 'the same page for ever', answer: json(200, { tasks: [1], nextLink: '?page=2' }), sent: 2 },
    { name: 'the first page once more', answer: json(200, { tasks: [1], nextLink: '/v2/tasks' }), sent: 1 },
    { name: 'a next page that is no address', answer: json(200, { tasks: [1], next: 'c2' }), sent: 1 },
    { name: 'the number of a next page', answer: json(200, { tasks: [1], nextPage: 2 }), sent: 1 },
    {
      name: 'rows that are not there',
      answer: json(200, { tasks: [1] }),
      options: { rows: 'items' },
      sent: 1,
    },
    { name: 'several arrays', answer: json(200, { tasks: [1], more: [2] }), sent: 1 },
    {
      name: 'more pages than allowed',
      answer: linked((n) => `?page=${n}`),
      options: { maxPages: 2 },
      sent: 2,
    },
    { name: 'rows that are none', answer: json(200, { tasks: [], x: 1 }), options: { rows: 'x' }, sent: 1 },
  ];
  for (const { name, answer, options, sent } of rows) {
    test(name, async () => {
      const { server, nwc } = await connected(answer, {
        authentication: { mode: 'bearer', token: 's3cret' },
      });
      const error = await thrownBy(() => all(nwc, {}, options));
      expect(error).toMatchObject({ name: 'ResponseError', code: 'PAGE_REFUSED' });
      expect(error.message).toMatch(/^nwc › Tasks › Get_tasks: /);
      expect(server.received).toHaveLength(sent);
    });
  }

  test('a cursor that stays the same', async () => {
    const paging: PagingSettings = { cursor: { input: 'after', from: 'next' } };
    const { server, Items } = await listed({ paging }, json(200, { value: [1], next: 'c1' }));
    const error = await thrownBy(() => rowsOf(Items.Of.pages({ id: 'a', after: 'c1' })));
    expect(error).toMatchObject({ code: 'PAGE_REFUSED' });
    expect(server.received).toHaveLength(1);
  });

  test('an answer without success', async () => {
    const { nwc } = await connected(json(403, {}));
    expect(await thrownBy(() => all(nwc, {}, { breakOnError: false }))).toMatchObject({
      HttpResponseCode: 403,
    });
  });
});
