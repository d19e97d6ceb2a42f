/** Whether an address lies at the origin and below the base path that a Service Instance was registered with. */
export function isInside(address: URL, origin: string, basePath: string): boolean {
  if (address.origin !== origin || address.username !== '' || address.password !== '') return false;
  const { pathname } = address;
  if (basePath !== '' && pathname !== basePath && !pathname.startsWith(`${basePath}/`)) return false;
  return !hidesDots(pathname);
}

/** `..%2f` and its kin: a URL parser leaves them, a server that decodes once more climbs with them. */
function hidesDots(pathname: string): boolean {
  const plain = pathname.replace(/%(?:25)*2e/gi, '.').replace(/%(?:25)*(?:2f|5c)/gi, '/');
  return plain.split(/[/\\]/).some((segment) => segment === '.' || segment === '..');
}
