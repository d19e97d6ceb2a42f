/** Whether an absolute URL, as it is written, says anything behind its host: `https://host/` does, `https://host` does not. */
export function namesPath(url: string): boolean {
  return url.indexOf('/', url.indexOf('//') + 2) >= 0;
}
