/** undici, loaded at the first request: importing a connector does not cost what importing undici does. */

type Undici = typeof import('undici');

let loaded: Undici | undefined;

/** undici where it has been loaded: then nothing has to be waited for. */
export function loadedUndici(): Undici | undefined {
  return loaded;
}

export async function loadUndici(): Promise<Undici> {
  loaded ??= await import('undici');
  return loaded;
}
