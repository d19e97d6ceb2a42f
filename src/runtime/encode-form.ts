import { isFile } from './cells.js';
import type { CheckedInput, CheckedInputs } from './check-inputs.js';
import { queryPairs } from './encode-parameter.js';
import { bytesOf, contentTypeOf, fileNameOf } from './file-input.js';
import { stringifyJson } from './json-text.js';
import type { MethodPlan, PlannedInput } from './method-plan.js';

export interface EncodedForm {
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

/** The `field` inputs of a call as one body. */
export async function encodeForm(plan: MethodPlan, inputs: CheckedInputs): Promise<EncodedForm> {
  const fields = plan.inputs.flatMap((input, index) => {
    const given = inputs[index];
    return input.in === 'field' && given !== undefined ? [{ input, given }] : [];
  });
  return plan.definition.form === 'multipart/form-data'
    ? multipart(fields, plan.who)
    : { contentType: 'application/x-www-form-urlencoded', body: urlencoded(fields, plan.who) };
}

interface Field {
  readonly input: PlannedInput;
  readonly given: CheckedInput;
}

function urlencoded(fields: readonly Field[], who: string): string {
  const pairs = fields.flatMap(({ input, given }) =>
    queryPairs(input, input.mediaType === undefined ? given.value : fieldText(given, who)),
  );
  return pairs.join('&');
}

function fieldText({ value, text }: CheckedInput, who: string): string {
  return text ?? (typeof value === 'string' ? value : stringifyJson(value, who));
}

/** RFC 7578. The platform's own FormData writes it; the boundary is its choice. */
async function multipart(fields: readonly Field[], who: string): Promise<EncodedForm> {
  const form = new FormData();
  for (const { input, given } of fields) appendField(form, input, given, who);
  const encoded = new Response(form);
  return {
    contentType: encoded.headers.get('content-type') ?? 'multipart/form-data',
    body: new Uint8Array(await encoded.arrayBuffer()),
  };
}

function appendField(form: FormData, input: PlannedInput, given: CheckedInput, who: string): void {
  const { value } = given;
  const { name, mediaType } = input;
  if (isFile(value)) appendFile(form, input, value);
  else if (Array.isArray(value) && mediaType === undefined) {
    for (const part of value) {
      if (isFile(part)) appendFile(form, input, part);
      else form.append(name, fieldText({ value: part }, who));
    }
  } else if (input.type.startsWith('Serialized') || mediaType !== undefined) {
    form.append(name, new Blob([fieldText(given, who)], { type: mediaType ?? 'application/json' }));
  } else {
    form.append(name, String(value));
  }
}

function appendFile(form: FormData, { name, mediaType }: PlannedInput, file: unknown): void {
  const type = mediaType ?? contentTypeOf(file) ?? 'application/octet-stream';
  form.append(name, new Blob([bytesOf(file)], { type }), fileNameOf(file) ?? name);
}
