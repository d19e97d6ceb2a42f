import { visibleText } from '../base/visible-text.js';

/**
 * A location as it may be shown and stored: a URL without its credentials, fragment and query values, of
 * which only the names stay (`https://…@host/path?token=…`). A path stays as it is.
 */
export function shownLocation(location: string): string {
  return isHttpUrl(location) && URL.canParse(location) ? shownUrl(new URL(location)) : visibleText(location);
}

/** A parsed URL as it may be shown and stored: without its credentials, fragment and query values. */
export function shownUrl(url: URL): string {
  const credentials = url.username === '' && url.password === '' ? '' : '…@';
  return visibleText(`${url.protocol}//${credentials}${url.host}${url.pathname}${shownQuery(url)}`);
}

/** Whether a location is to be fetched and not read from disk. */
export function isHttpUrl(location: string): boolean {
  return /^https?:\/\//i.test(location);
}

function shownQuery({ search }: URL): string {
  if (search === '') return '';
  return `?${search.slice(1).split('&').map(shownParameter).join('&')}`;
}

// A part without a name may be a key by itself.
function shownParameter(parameter: string): string {
  const equals = parameter.indexOf('=');
  return equals < 0 ? '…' : `${parameter.slice(0, equals)}=…`;
}
