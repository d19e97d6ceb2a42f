import { ResponseError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import { isNextLinkName } from '../model/next-link-name.js';
import { type CalledMethod, callMethod } from './call-method.js';
import { decodeAnswer, isSuccess } from './decode-answer.js';
import { notSuccess } from './execute-method.js';
import { maskHeaders } from './mask-secrets.js';
import type { MethodPlan } from './method-plan.js';
import { positiveNumber } from './number-setting.js';
import type { OpenServiceInstance } from './open-service-instance.js';
import type { PageOptions } from './pages.js';
import { isItem } from './read-serialized.js';
import { inputsOf } from './record.js';
import { isInside } from './same-place.js';

type Row = Record<string, unknown>;

const DEFAULT_MAX_PAGES = 1_000;

/** How the next page is asked for: by its address, or by inputs. */
type NextPage = { readonly path: string } | { readonly inputs: Row };

/** All rows of all pages, unserialized, each page asked for when the rows before it were taken. */
export async function* walkPages(
  instance: OpenServiceInstance,
  plan: MethodPlan,
  given: Row | undefined,
  options: PageOptions,
): AsyncGenerator<unknown, void, undefined> {
  const maxPages = positiveNumber(options.maxPages ?? DEFAULT_MAX_PAGES, plan.who, 'maxPages');
  let inputs: Row = { ...inputsOf(given, plan.who) };
  let path: string | undefined;
  const seen = new Set([keyOf({ inputs })]);
  for (let page = 1; ; page += 1) {
    const called = await callMethod(instance, plan, inputs, options, path);
    if (!isSuccess(called.answer.status)) throw notSuccess(plan, called.answer, called.secrets);
    const { value } = decodeAnswer(plan, called.answer, called.secrets, String);
    const walk: Walk = { instance, plan, called, value, inputs, options };
    const rows = rowsOf(walk);
    yield* rows;
    const next = nextPage(walk, rows.length, path !== undefined);
    if (next === undefined) return;
    seen.add(keyOf({ path: called.asked }));
    const key = keyOf(next);
    if (seen.has(key)) throw refused(walk, 'the answer leads to a page that was read before');
    if (page >= maxPages) throw refused(walk, `there are more than ${maxPages} pages`);
    seen.add(key);
    path = 'path' in next ? next.path : undefined;
    if ('inputs' in next) inputs = next.inputs;
  }
}

function keyOf(page: NextPage): string {
  return JSON.stringify(page, (_name, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));
}

interface Walk {
  readonly instance: OpenServiceInstance;
  readonly plan: MethodPlan;
  readonly called: CalledMethod;
  /** The answer, decoded. */
  readonly value: unknown;
  readonly inputs: Row;
  readonly options: PageOptions;
}

function rowsOf(walk: Walk): readonly unknown[] {
  const { value, options, instance } = walk;
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  if (!isItem(value)) throw refused(walk, 'the answer has no rows');
  const named = options.rows ?? instance.paging.rows;
  if (named !== undefined) {
    const rows = ownOf(value, named);
    if (Array.isArray(rows)) return rows;
    // Some services leave an empty array out; but where there is another one, the name is wrong.
    if (rows === null || (rows === undefined && !Object.values(value).some(Array.isArray))) return [];
    throw refused(walk, `the Property ${quoted(named)} is ${rows === undefined ? 'not there' : 'no array'}`);
  }
  const arrays = Object.values(value).filter(Array.isArray);
  if (arrays.length > 1) throw refused(walk, 'the answer has several arrays; say which one with rows');
  return arrays[0] ?? [];
}

function ownOf(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function nextPage(walk: Walk, rowCount: number, isLinked: boolean): NextPage | undefined {
  const { plan, instance, value } = walk;
  const { cursor, offset } = instance.paging;
  const link = linkIn(walk);
  if (link !== undefined) return { path: pathOf(walk, link) };
  if (isLinked) return undefined;
  if (cursor !== undefined && hasInput(plan, cursor.input)) {
    const next = isItem(value) ? ownOf(value, cursor.from) : undefined;
    return isGiven(next) ? { inputs: withInput(walk, cursor.input, next) } : undefined;
  }
  if (offset === undefined || !hasInput(plan, offset.input)) return refuseUnknownWay(walk);
  if (rowCount === 0) return undefined;
  const limit = offset.limit === undefined ? undefined : Number(inputOf(walk.inputs, offset.limit));
  if (limit !== undefined && rowCount < limit) return undefined;
  const from = Number(inputOf(walk.inputs, offset.input) ?? 0);
  return { inputs: withInput(walk, offset.input, from + rowCount) };
}

/** A next page that is told of, but not how to get it, is not passed over: there would be rows missing. */
function refuseUnknownWay(walk: Walk): undefined {
  const { value } = walk;
  const name = linkNamesIn(walk).find((each) => isItem(value) && isGiven(ownOf(value, each)));
  if (name === undefined) return undefined;
  throw refused(walk, `there is a next page, but what ${quoted(name)} says is no address`);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false;
}

function hasInput(plan: MethodPlan, name: string): boolean {
  return plan.indexByLowerName.has(name.toLowerCase());
}

function inputOf(inputs: Row, name: string): unknown {
  const key = Object.keys(inputs).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : inputs[key];
}

/** The inputs with one of them replaced, in the type that the input takes. */
function withInput({ plan, inputs }: Walk, name: string, value: unknown): Row {
  const lower = name.toLowerCase();
  const type = plan.inputs[plan.indexByLowerName.get(lower) ?? -1]?.type;
  const fitting =
    type === 'Text' ? String(value) : type === 'Number' && typeof value === 'string' ? Number(value) : value;
  const others = Object.entries(inputs).filter(([each]) => each.toLowerCase() !== lower);
  return { ...Object.fromEntries(others), [name]: fitting };
}

/** The address of the next page: in the answer, as described or registered, else in its Link header (RFC 8288). */
function linkIn(walk: Walk): string | undefined {
  const { value, called } = walk;
  for (const name of linkNamesIn(walk)) {
    const link = isItem(value) ? ownOf(value, name) : undefined;
    if (typeof link === 'string' && link !== '' && (name === namedLink(walk) || isAddress(name, link)))
      return link;
  }
  return nextOfLinkHeader(called.answer.headers['link'] ?? '');
}

/** The Property that was named for it; else those whose names say so. */
function linkNamesIn(walk: Walk): readonly string[] {
  const named = namedLink(walk);
  if (named !== undefined) return [named];
  return isItem(walk.value) ? Object.keys(walk.value).filter(isNextLinkName) : [];
}

function namedLink({ plan, instance, options }: Walk): string | undefined {
  return options.nextLink ?? plan.definition.nextLink ?? instance.paging.nextLink;
}

/** `next` and `nextPage` hold a cursor or a number with some services. */
function isAddress(name: string, value: string): boolean {
  return /(?:link|url)$/i.test(name) || /^(?:https?:\/\/|[/?])/i.test(value);
}

/** RFC 8288 §3: `<address>; rel="next"`, relation types apart by spaces and in any case. */
function nextOfLinkHeader(header: string): string | undefined {
  for (const [, address, parameters = ''] of header.slice(0, 16_384).matchAll(/<([^<>]*)>([^<>]*)/g)) {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s";,]+))/i.exec(parameters);
    if ((rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/).includes('next')) return address;
  }
  return undefined;
}

/** Path and query of a link, once it is sure that it stays at the Service Instance. */
function pathOf(walk: Walk, link: string): string {
  const { origin, basePath } = walk.instance.addressOf(walk.plan.definition);
  const base = origin + walk.called.asked;
  const target = URL.canParse(link, base) ? new URL(link, base) : undefined;
  if (target === undefined || !isInside(target, origin, basePath))
    throw refused(walk, 'the next page is not at the Service Instance, so its credential is not sent there');
  return target.pathname + target.search;
}

function refused({ plan, called }: Walk, what: string): ResponseError {
  return new ResponseError('PAGE_REFUSED', {
    who: plan.who,
    what,
    advice: 'See paging in the registration, and rows, nextLink and maxPages of pages(…)',
    HttpResponseCode: called.answer.status,
    headers: maskHeaders(called.answer.headers, called.secrets),
    body: '',
  });
}
