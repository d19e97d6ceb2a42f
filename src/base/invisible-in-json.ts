// What JSON leaves as it is, and a terminal would act on: C1 controls, zero-width and bidirectional controls.
const STILL_INVISIBLE =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** JSON text that means the same, with nothing in it that a terminal acts on. */
export function escapeInvisibleInJson(json: string): string {
  return json.replace(STILL_INVISIBLE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
