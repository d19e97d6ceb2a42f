import { createHash, timingSafeEqual } from 'node:crypto';
import { SettingError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import { Refusal } from './refusal.js';

/**
 * `start`: sees and starts workflows. `serverEvent`: sees and finishes waiting steps. `tasks`: sees and actions
 * the tasks given to `userName`. `allTasks`: everybody's.
 */
export type Right = (typeof RIGHTS)[number];

const RIGHTS = ['start', 'serverEvent', 'tasks', 'allTasks'] as const;

/** Somebody who may call the endpoint. */
export interface Caller {
  /** Shown as who finished a step. */
  readonly name: string;
  /** Bearer token: at least 16 characters of ASCII, without spaces. A caller has this, or a password, or both. */
  readonly token?: string | undefined;
  /** With `password`: HTTP Basic, as K2 has it. Also whose tasks they are; default `name`. */
  readonly userName?: string;
  readonly password?: string | undefined;
  readonly rights: readonly Right[];
  /** Names of the workflows the rights hold for. */
  readonly workflows: readonly string[] | 'all';
}

/** A caller that has proved who it is. */
export interface KnownCaller extends Pick<Caller, 'name' | 'rights' | 'workflows'> {
  readonly userName: string;
}

const MIN_SECRET_LENGTH = 16;

/** Finds callers by their credential, in a time that does not tell how much of it was right. */
export class CallerList {
  readonly #known: readonly { readonly digest: Buffer; readonly caller: KnownCaller }[];

  /** @throws SettingError `SETTING_INVALID`: a caller that could not call, or whose rights are not clear */
  constructor(callers: readonly Caller[]) {
    for (const caller of callers) checkCaller(caller);
    this.#known = callers.flatMap((caller) => {
      const known = { ...caller, userName: caller.userName ?? caller.name };
      return credentialsOf(caller).map((credential) => ({ digest: digestOf(credential), caller: known }));
    });
    if (new Set(this.#known.map(({ digest }) => digest.toString('hex'))).size === this.#known.length) return;
    throw new SettingError('SETTING_INVALID', {
      who: 'callers',
      what: 'two of them have the same token, or the same user name and password',
    });
  }

  /** Undefined: no credential was given. */
  callerOf(authorization: string | undefined): KnownCaller | undefined {
    if (authorization === undefined) return undefined;
    const [, scheme = '', value = ''] = /^(\w+) +([^\s]+) *$/.exec(authorization) ?? [];
    const digest = digestOf(`${scheme.toLowerCase()} ${value}`);
    const found = this.#known.filter((known) => timingSafeEqual(known.digest, digest));
    if (found[0] !== undefined) return found[0].caller;
    throw unauthorized('the credential is not known');
  }

  /**
   * User name of who may have tasks of a workflow, from K2's `label:domain\user`: label and domain may be left out,
   * case does not matter. Undefined: nobody, or several.
   */
  taskUser(named: string, workflow: string): string | undefined {
    const wanted = named.replace(/^[^:\\]+:/, '').toLowerCase();
    const userNames = this.#known
      .filter(({ caller }) => mayDo(caller, ['tasks', 'allTasks'], workflow))
      .map(({ caller }) => caller.userName);
    const found = new Set(
      userNames.filter((name) => [name, name.replace(/^.*\\/, '')].some((n) => n.toLowerCase() === wanted)),
    );
    return found.size === 1 ? [...found][0] : undefined;
  }
}

export function unauthorized(why: string): Refusal {
  return new Refusal(401, `Not authorized: ${why}.`, {
    'www-authenticate': 'Bearer, Basic realm="workflow"',
  });
}

/** @throws Refusal 403 */
export function demand(caller: KnownCaller, rights: readonly Right[], workflow: string): void {
  if (!mayDo(caller, rights, workflow)) {
    throw new Refusal(403, 'Not allowed: the caller lacks the right for this workflow.');
  }
}

/** Whether the caller has one of these rights for a workflow. */
export function mayDo(caller: KnownCaller, rights: readonly Right[], workflow: string): boolean {
  const isIncluded = caller.workflows === 'all' || caller.workflows.includes(workflow);
  return isIncluded && rights.some((right) => caller.rights.includes(right));
}

/** Programs without types give callers too: what is wrong with one must not become a right. */
function checkCaller({ name, token, userName, password, rights, workflows }: Caller): void {
  const wrong = [
    [token === undefined && password === undefined, 'it has neither a token nor a password'],
    [
      [token, password].some((secret) => secret !== undefined && secret.length < MIN_SECRET_LENGTH),
      `a token or password has at least ${MIN_SECRET_LENGTH} characters`,
    ],
    [
      token !== undefined && !/^[\x21-\x7e]*$/.test(token),
      'its token is ASCII without spaces: others cannot be sent',
    ],
    [
      password !== undefined && (userName ?? name).includes(':'),
      'its user name has a colon, which Basic cannot send (RFC 7617)',
    ],
    [
      !Array.isArray(rights) || rights.some((right) => !RIGHTS.includes(right)),
      `its rights are a list of ${RIGHTS.join(', ')}`,
    ],
    [workflows !== 'all' && !Array.isArray(workflows), "its workflows are a list of names, or 'all'"],
  ] as const;
  const [, what] = wrong.find(([holds]) => holds) ?? [];
  if (what !== undefined)
    throw new SettingError('SETTING_INVALID', { who: `Caller ${quoted(String(name))}`, what });
}

function credentialsOf({ name, token, userName, password }: Caller): string[] {
  const basic = Buffer.from(`${userName ?? name}:${password ?? ''}`, 'utf8').toString('base64');
  return [
    ...(token === undefined ? [] : [`bearer ${token}`]),
    ...(password === undefined ? [] : [`basic ${basic}`]),
  ];
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
