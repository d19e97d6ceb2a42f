/** What a caller did wrong, or may not do: becomes the answer's status and its `Message`. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** One body for K2's clients, which read `Message`, and for everybody else (RFC 9457). */
export function problemBody(status: number, message: string): Readonly<Record<string, unknown>> {
  return { Message: message, type: 'about:blank', title: TITLES[status] ?? 'Error', status, detail: message };
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};
