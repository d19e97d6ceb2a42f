/**
 * Stands in for the task API of Nintex Workflow Cloud, on this machine only, so that the worker can be run
 * without a tenant. It follows what is publicly known of `/workflows/v1/tasks` and, for the assignments of a
 * task, `/workflows/v2/tasks`. Where nothing is known, it is strict: a closed task cannot be answered again.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface NwcStandInOptions {
  /** The one bearer token that is let in. */
  readonly token: string;
  readonly tasks: readonly StandInTask[];
  /** Default: the machine's clock. */
  readonly now?: () => Date;
}

/** A task to start with: what is left out is filled in with the values of the article's «wait» task. */
export type StandInTask = Pick<NwcTask, 'id' | 'workflowInstanceId'> &
  Partial<NwcTask> & {
    /**
     * Number of the list query that is the first to show the task; until then it does not exist. Nintex
     * starts the worker before it makes the task. Default 0: there from the beginning.
     */
    readonly appearsAfterQueries?: number;
  };

/** A task as the service shows it. Dates are ISO 8601 in UTC. */
export interface NwcTask {
  readonly id: string;
  readonly name: string;
  readonly workflowName: string;
  readonly workflowInstanceId: string;
  /** Email address of who is to answer, and who is taken to have answered. */
  readonly assignee: string;
  readonly outcomes: readonly string[];
  readonly createdDate: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly completedBy: string | null;
  readonly completedDate: string | null;
}

export interface StandInRequest {
  readonly verb: string;
  /** With the names of the query's parameters but not their values: `/workflows/v1/tasks?status`. */
  readonly path: string;
  readonly status: number;
}

export interface NwcStandIn {
  /** Address to register as service URL: `http://127.0.0.1:PORT/workflows/v1`. */
  readonly serviceUrl: string;
  /** Every task by its id, as it is now; also those that have not appeared yet. */
  readonly tasks: Readonly<Record<string, NwcTask>>;
  /** Every request answered so far, in order. */
  readonly requests: readonly StandInRequest[];
  close(): Promise<void>;
}

/** Starts the stand-in on a free port of the loopback address. Close it when done. */
export async function startNwcStandIn(options: NwcStandInOptions): Promise<NwcStandIn> {
  const service = new TaskService(options);
  const requests: StandInRequest[] = [];
  const server = createServer(async (request, response) => {
    const answer = await answerTo(request, service, options.token).catch(refusalOrFault);
    requests.push({ verb: request.method ?? '', path: withoutValues(request), status: answer.status });
    write(response, answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/workflows/v1`,
    tasks: service.tasks,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

// --- The tasks ---------------------------------------------------------------------------------------------

const OPEN = ['active', 'active-escalated'];
/** Without `from`, the service looks back about this long. */
const WINDOW_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

class TaskService {
  readonly tasks: Record<string, NwcTask>;
  readonly #firstQuery: ReadonlyMap<string, number>;
  readonly #now: () => Date;
  #queries = 0;

  constructor({ tasks, now = () => new Date() }: NwcStandInOptions) {
    this.#now = now;
    this.tasks = Object.fromEntries(tasks.map((task) => [task.id, this.#filledIn(task)]));
    this.#firstQuery = new Map(tasks.map((task) => [task.id, task.appearsAfterQueries ?? 0]));
  }

  list(query: URLSearchParams): object {
    this.#queries += 1;
    const from = this.#moment(query, 'from', -WINDOW_DAYS * DAY_MS);
    const to = this.#moment(query, 'to', 0);
    const inTime = ({ createdDate }: NwcTask): boolean => {
      const created = Date.parse(createdDate);
      return from <= created && created <= to;
    };
    const listed = Object.values(this.tasks).filter(
      (task) => this.#hasAppeared(task.id) && inTime(task) && matches(task, query),
    );
    return { tasks: listed.map(withAssignments) };
  }

  get(id: string): object {
    return withAssignments(this.#find(id));
  }

  /** An assignment is named by callers of version 2 only. */
  complete(id: string, outcome: string, assignment = assignmentId(id)): void {
    const task = this.#find(id);
    if (assignment !== assignmentId(id)) throw new Refusal(404, 'there is no such assignment');
    if (!task.outcomes.includes(outcome)) {
      throw new Refusal(400, `outcome must be one of: ${task.outcomes.join(', ')}`);
    }
    if (!OPEN.includes(task.status.toLowerCase())) throw new Refusal(409, 'the task is closed already');
    this.tasks[id] = {
      ...task,
      status: 'complete',
      outcome,
      completedBy: task.assignee,
      completedDate: this.#now().toISOString(),
    };
  }

  #find(id: string): NwcTask {
    const task = Object.hasOwn(this.tasks, id) ? this.tasks[id] : undefined;
    if (task === undefined || !this.#hasAppeared(id)) {
      throw new Refusal(404, 'there is no such task');
    }
    return task;
  }

  #hasAppeared(id: string): boolean {
    return this.#queries >= (this.#firstQuery.get(id) ?? 0);
  }

  #moment(query: URLSearchParams, name: string, offsetMs: number): number {
    const text = query.get(name);
    const time = text === null ? this.#now().getTime() + offsetMs : Date.parse(text);
    if (Number.isNaN(time)) throw new Refusal(400, `${name} must be a date`);
    return time;
  }

  #filledIn({ appearsAfterQueries: _, ...task }: StandInTask): NwcTask {
    return {
      name: 'Await Completion',
      workflowName: 'New customer order',
      assignee: 'service.account@example.com',
      outcomes: ['Completed', 'Canceled'],
      createdDate: this.#now().toISOString(),
      status: 'active',
      outcome: null,
      completedBy: null,
      completedDate: null,
      ...task,
    };
  }
}

function matches(task: NwcTask, query: URLSearchParams): boolean {
  const equal = (['workflowInstanceId', 'workflowName', 'assignee'] as const).every(
    (name) => !query.has(name) || query.get(name) === task[name],
  );
  const status = query.get('status')?.toLowerCase() ?? 'all';
  return equal && (status === 'all' || status === task.status.toLowerCase());
}

/** Version 1 has the assignee on the task, version 2 a list of assignments: everybody gets both. */
function withAssignments(task: NwcTask): object {
  const { assignee, status, outcome, createdDate, completedBy, completedDate } = task;
  const assignment = {
    id: assignmentId(task.id),
    assignee,
    status,
    outcome,
    createdDate,
    completedBy,
    completedDate,
  };
  return { ...task, taskAssignments: [assignment] };
}

const assignmentId = (taskId: string): string => `${taskId}-1`;

// --- HTTP --------------------------------------------------------------------------------------------------

const MAX_BODY_BYTES = 64 * 1024;

interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the caller did wrong; becomes a problem document (RFC 9457). */
class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }
}

interface Call {
  readonly service: TaskService;
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
  /** What stood in the path's brackets, decoded. */
  readonly ids: readonly string[];
}

type Handler = (call: Call) => Promise<Answer>;

const list: Handler = async ({ service, query }) => ({ status: 200, body: service.list(query) });
const get: Handler = async ({ service, ids: [id = ''] }) => ({ status: 200, body: service.get(id) });
const complete: Handler = async ({ service, request, ids: [id = '', assignment] }) => {
  const outcome = outcomeOf(await textOf(request));
  service.complete(id, outcome, assignment);
  return { status: 204 };
};

const ROUTES: readonly { readonly pattern: RegExp; readonly verbs: Readonly<Record<string, Handler>> }[] = [
  { pattern: /^\/workflows\/v[12]\/tasks$/, verbs: { GET: list } },
  { pattern: /^\/workflows\/v1\/tasks\/([^/]+)$/, verbs: { GET: get, PATCH: complete } },
  { pattern: /^\/workflows\/v2\/tasks\/([^/]+)$/, verbs: { GET: get } },
  { pattern: /^\/workflows\/v2\/tasks\/([^/]+)\/assignments\/([^/]+)$/, verbs: { PATCH: complete } },
];

async function answerTo(request: IncomingMessage, service: TaskService, token: string): Promise<Answer> {
  if (bearerTokenOf(request) !== token) {
    throw new Refusal(401, 'a valid bearer token is needed', { 'www-authenticate': 'Bearer' });
  }
  const { path, query } = addressOf(request);
  const route = ROUTES.find(({ pattern }) => pattern.test(path));
  if (route === undefined) throw new Refusal(404, 'there is nothing at this address');
  const handler = route.verbs[request.method ?? ''];
  if (handler === undefined) {
    const allow = Object.keys(route.verbs).join(', ');
    throw new Refusal(405, `this address takes ${allow}`, { allow });
  }
  const ids = route.pattern.exec(path)?.slice(1).map(decoded) ?? [];
  return handler({ service, request, query, ids });
}

function bearerTokenOf(request: IncomingMessage): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

function outcomeOf(text: string): string {
  const body = attempt((): unknown => JSON.parse(text), 'the body is not JSON');
  const outcome = typeof body === 'object' && body !== null && 'outcome' in body ? body.outcome : undefined;
  if (typeof outcome !== 'string') throw new Refusal(400, 'the body must be {"outcome": "…"}');
  return outcome;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Too much is still read, though not kept: who has not finished sending does not hear a refusal.
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (bytes > MAX_BODY_BYTES) throw new Refusal(413, `the body is over ${MAX_BODY_BYTES} bytes`);
  return Buffer.concat(chunks).toString('utf8');
}

function decoded(segment: string): string {
  return attempt(() => decodeURIComponent(segment), 'the path is not well encoded');
}

function attempt<T>(read: () => T, complaint: string): T {
  try {
    return read();
  } catch {
    throw new Refusal(400, complaint);
  }
}

/** Path and query, taken apart by hand: a request may name anything, and nothing here may throw. */
function addressOf(request: IncomingMessage): { path: string; query: URLSearchParams } {
  const [path = '', ...query] = (request.url ?? '').split('?');
  return { path, query: new URLSearchParams(query.join('?')) };
}

function withoutValues(request: IncomingMessage): string {
  const { path, query } = addressOf(request);
  const names = [...new Set(query.keys())];
  return names.length === 0 ? path : `${path}?${names.join('&')}`;
}

function refusalOrFault(error: unknown): Answer {
  const { status, message, headers } =
    error instanceof Refusal ? error : new Refusal(500, 'the stand-in failed');
  return {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
    body: { status, detail: message },
  };
}

function write(response: ServerResponse, { status, body, headers }: Answer): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
