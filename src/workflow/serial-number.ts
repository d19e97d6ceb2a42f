import { createHmac, timingSafeEqual } from 'node:crypto';

/** The two numbers of a Serial Number, as K2 writes it: `<instance>_<step>`. */
export interface SerialNumberParts {
  readonly instance: number;
  readonly step: number;
  /** The unguessable end of the secret form; absent in the plain form. */
  readonly secret?: string;
}

// At most 15 digits: exact in a number. The secret is 32 bytes of base64url.
const FORM = /^([1-9]\d{0,14})_([1-9]\d{0,14})(?:_([A-Za-z0-9_-]{43}))?$/;

export function serialNumber(instance: number, step: number): string {
  return `${instance}_${step}`;
}

/** Undefined: it is no Serial Number. */
export function parseSerialNumber(text: string): SerialNumberParts | undefined {
  const [, instance, step, secret] = FORM.exec(text) ?? [];
  if (instance === undefined || step === undefined) return undefined;
  const parts = { instance: Number(instance), step: Number(step) };
  return secret === undefined ? parts : { ...parts, secret };
}

/** Makes and checks the secret form. It follows from the store's key, so it is the same on every execution. */
export class SerialNumberSecrets {
  readonly #key: Buffer;

  constructor(keyText: string) {
    this.#key = Buffer.from(keyText, 'base64url');
  }

  secretForm(plain: string): string {
    return `${plain}_${this.#secretOf(plain)}`;
  }

  isGenuine({ instance, step, secret }: SerialNumberParts): boolean {
    if (secret === undefined) return false;
    const expected = Buffer.from(this.#secretOf(serialNumber(instance, step)));
    const given = Buffer.from(secret);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  #secretOf(plain: string): string {
    return createHmac('sha256', this.#key).update(`serial number ${plain}`).digest('base64url');
  }
}
