import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SettingError } from '../base/errors.js';
import { apiDocument } from './api-document.js';
import { API_PAGE_POLICY, apiPage } from './api-page.js';
import { CallerList, type KnownCaller, unauthorized } from './callers.js';
import { DEFAULT_MAX_BODY_BYTES, type WorkflowEndpointOptions } from './endpoint-options.js';
import type { Call } from './operation.js';
import { readMembers } from './read-body.js';
import { Refusal } from './refusal.js';
import { refusing } from './refusing.js';
import { findRoute } from './routes.js';
import { bigAsText } from './server-event-operations.js';
import { isSigned, verifySignature } from './signed-callback.js';

const BASE = '/api/workflow/v1';
// K2's clients also write /Api/Workflow/V1; a plugin cannot make its host's router blind to case.
const CASE_BLIND_BASE = BASE.replace(/\w+/g, (word) => `:${word}(^${caseBlind(word)}$)`);

/**
 * Serves the K2 Workflow REST API's own paths and bodies for the workflows given: a fastify plugin.
 *
 * @throws SettingError `SETTING_INVALID`: a secret in the options is too short to be one
 */
export async function workflowEndpoint(
  fastify: FastifyInstance,
  options: WorkflowEndpointOptions,
): Promise<void> {
  const endpoint = new Endpoint(options, `${fastify.prefix}${BASE}`);
  const bodyLimit = options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  // The body stays as it came: its signature is over these bytes.
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
    done(null, body),
  );
  fastify.setErrorHandler(refusing(options.onFault));
  for (const url of [CASE_BLIND_BASE, `${CASE_BLIND_BASE}/*`]) {
    fastify.route({
      // Every other verb is answered with what the address takes.
      method: fastify.supportedMethods.filter((verb) => !NEVER_HANDLED.includes(verb)),
      url,
      handler: (request, reply) => endpoint.serve(request, reply),
    });
  }
}

/** What Node itself answers, and what fastify makes of GET. */
const NEVER_HANDLED: readonly string[] = ['CONNECT', 'HEAD'];

class Endpoint {
  readonly #options: WorkflowEndpointOptions;
  readonly #callers: CallerList;

  readonly #base: string;

  /** @param base where it is mounted */
  constructor(options: WorkflowEndpointOptions, base: string) {
    if (options.callbackSecret !== undefined && options.callbackSecret.length < 32) {
      throw new SettingError('SETTING_INVALID', {
        who: 'callbackSecret',
        what: 'it has at least 32 characters',
      });
    }
    this.#base = base;
    this.#options = options;
    this.#callers = new CallerList(options.callers ?? []);
  }

  async serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const rest = (request.url.split('?')[0] ?? '').slice(this.#base.length + 1);
    // HEAD is GET without the body, which fastify leaves out.
    const verb = request.method === 'HEAD' ? 'GET' : request.method;
    // A link to the page may stand anywhere.
    if (serveDocument(verb, rest, { request, reply, base: this.#base })) return reply;
    refuseOtherSites(request);
    const { operation, ids } = findRoute(verb, rest);
    const body = request.body instanceof Buffer ? request.body : undefined;
    const call: Call = {
      workflows: this.#options.workflows,
      finishedTwice: this.#options.finishedTwice ?? 204,
      ids,
      query: (name) => queryValue(request.url, name),
      taskUser: (named, workflow) => this.#callers.taskUser(named, workflow),
      get members() {
        return readMembers(body, request.headers);
      },
      caller: () => this.#caller(request),
      callerFor: (serialNumber) => this.#callerFor(request, serialNumber, body ?? Buffer.alloc(0)),
    };
    const answer = await operation(call);
    reply.status(answer.status).header('cache-control', 'no-store');
    if (answer.body === undefined) return reply.send();
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer.body, bigAsText));
  }

  #caller({ headers }: FastifyRequest): KnownCaller {
    const caller = this.#callers.callerOf(headers.authorization);
    if (caller === undefined) throw unauthorized('a credential is needed');
    return caller;
  }

  async #callerFor(request: FastifyRequest, serialNumber: string, body: Buffer): Promise<KnownCaller> {
    const { callbackSecret: secret, workflows } = this.#options;
    if (request.headers.authorization !== undefined || secret === undefined || !isSigned(request.headers)) {
      return this.#caller(request);
    }
    const { id, expiresMs } = verifySignature(request.headers, { secret, serialNumber, body });
    if (!(await workflows.takeCallbackId(id, expiresMs))) throw unauthorized('this request was seen before');
    return { name: 'signed callback', userName: '', rights: ['serverEvent'], workflows: 'all' };
  }
}

function queryValue(url: string, name: string): string | undefined {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  return [...query].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/** Credentials that a browser adds by itself (Basic) must not serve another site's page. */
function refuseOtherSites({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') {
    throw new Refusal(403, 'Requests from pages of other sites are not taken.');
  }
}

interface DocumentRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly base: string;
}

function serveDocument(verb: string, rest: string, { request, reply, base }: DocumentRequest): boolean {
  const path = rest.toLowerCase().replace(/\/$/, '');
  if (path !== 'swagger.json' && path !== '') return false;
  if (verb !== 'GET') throw new Refusal(405, 'This address takes GET.', { allow: 'GET' });
  const document = apiDocument({ host: request.host, protocol: request.protocol, base });
  if (path === 'swagger.json') {
    reply.type('application/json; charset=utf-8').send(document);
    return true;
  }
  reply
    .headers({ 'content-security-policy': API_PAGE_POLICY, 'x-content-type-options': 'nosniff' })
    .type('text/html; charset=utf-8')
    .send(apiPage(document));
  return true;
}

function caseBlind(word: string): string {
  return word.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
}
