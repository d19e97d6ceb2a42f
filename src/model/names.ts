/**
 * K2's own names for what we add to a Service Object, exactly as its generated SmartObjects carry them.
 * Source: a machine-written SmartObject definition of K2's Endpoints family.
 */
export const SERIALIZED_ITEM = 'Serialized_Item__String_';
export const SERIALIZED_ARRAY = 'Serialized_Array';
export const SERIALIZED_LIST = 'Serialized_List';
export const HTTP_RESPONSE_CODE = 'HttpResponseCode';
export const HTTP_RESPONSE_CONTENT = 'HttpResponseContent';
export const HTTP_RESPONSE_HEADERS = 'HttpResponseHeaders';
/** What every Method answers beside its own outputs, or does where the settings say so. */
export const HTTP_OUTPUTS: ReadonlySet<string> = new Set([
  HTTP_RESPONSE_CODE,
  HTTP_RESPONSE_CONTENT,
  HTTP_RESPONSE_HEADERS,
]);
export const HTTP_HEADERS = 'HttpHeaders';
/** The one Property of a type that is a single value, and the output of a Method that answers one. */
export const VALUE = 'Value';
/** The output of a Method that answers bytes. */
export const FILE = 'File';
/** The System Type of HTTP headers. */
export const HTTP_HEADER = 'HTTPHeader';
