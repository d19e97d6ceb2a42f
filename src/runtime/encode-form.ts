import { isFile } from './cells.js';
import type { CheckedInput, CheckedInputs } from './check-inputs.js';
import { queryPairs } from './encode-parameter.js';
import { contentOf, type FileContent, fileNameOf, sentTypeOf } from './file-input.js';
import { stringifyJson } from './json-text.js';
import type { MethodPlan, PlannedInput } from './method-plan.js';
import { checkedText, isWellFormed, wellFormed } from './well-formed.js';
import { type FormPart, writeMultipart } from './write-multipart.js';

export interface EncodedForm {
  readonly contentType: string;
  readonly body: string | FileContent;
}

/** The `field` inputs of a call as one body. */
export function encodeForm(plan: MethodPlan, inputs: CheckedInputs): EncodedForm {
  const fields = plan.inputs.flatMap((input, index) => {
    const given = inputs[index];
    return input.in === 'field' && given !== undefined ? [{ input, given }] : [];
  });
  return plan.definition.form === 'multipart/form-data'
    ? writeMultipart(partsOf(fields, plan.who))
    : { contentType: 'application/x-www-form-urlencoded', body: urlencoded(fields, plan.who) };
}

interface Field {
  readonly input: PlannedInput;
  readonly given: CheckedInput;
}

function urlencoded(fields: readonly Field[], who: string): string {
  const pairs = fields.flatMap(({ input, given }) => {
    if (isFile(given.value)) return filePair(input, contentOf(given.value));
    const label = labelOf(input, who);
    return wellFormed(label, () =>
      queryPairs(input, input.mediaType === undefined ? given.value : fieldText(given, label)),
    );
  });
  return pairs.join('&');
}

/** Bytes as they are, each that is no letter percent-encoded (WHATWG URL §5.2). */
function filePair({ name }: PlannedInput, content: FileContent): string {
  if (!(content instanceof Uint8Array)) throw new Error('a file in a form of text was not read whole');
  const text = Buffer.from(content)
    .toString('latin1')
    .replace(/[^A-Za-z0-9\-._~]/g, (sign) => `%${Buffer.from(sign, 'latin1').toString('hex').toUpperCase()}`);
  return `${encodeURIComponent(name)}=${text}`;
}

function labelOf({ systemName }: PlannedInput, who: string): string {
  return `${who}, input ${systemName}`;
}

/** A text as it is, anything else as JSON, which escapes what is no well-formed text. */
function fieldText({ value, text }: CheckedInput, who: string): string {
  if (typeof value === 'string') return checkedText(text ?? value, who);
  return text !== undefined && isWellFormed(text) ? text : stringifyJson(value, who);
}

function partsOf(fields: readonly Field[], who: string): FormPart[] {
  return fields.flatMap(({ input, given }) => {
    const { value } = given;
    const label = labelOf(input, who);
    if (!Array.isArray(value) || input.mediaType !== undefined) return partOf(input, given, label);
    // As in a query: null is no value.
    const items = value.filter((item) => item !== null && item !== undefined);
    return items.map((item) => itemPartOf(input, item, label));
  });
}

function partOf(input: PlannedInput, given: CheckedInput, who: string): FormPart {
  const { name, mediaType, type } = input;
  if (isFile(given.value)) return filePartOf(input, given.value);
  if (!type.startsWith('Serialized') && mediaType === undefined)
    return { name, content: checkedText(String(given.value), who) };
  return { name, content: fieldText(given, who), contentType: mediaType ?? 'application/json' };
}

function itemPartOf(input: PlannedInput, item: unknown, who: string): FormPart {
  return isFile(item)
    ? filePartOf(input, item)
    : { name: input.name, content: fieldText({ value: item }, who) };
}

function filePartOf({ name, mediaType }: PlannedInput, file: unknown): FormPart {
  return {
    name,
    content: contentOf(file),
    fileName: fileNameOf(file) ?? name,
    contentType: sentTypeOf(file, mediaType),
  };
}
