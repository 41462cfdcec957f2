import { PorticoError } from '../../../sandbox/contract/index.ts';

const LONGEST = 1024;
/** A slash, then neither slash nor backslash (browsers read both as the start of a host), then printable ASCII. */
const PATH = /^\/(?![/\\])[!-[\]-~]*$/;

/** A path of the container itself; the API is left out, so that signing in cannot be made to call it. */
export function parseReturnTo(value: string | undefined, publicOrigin: string): string {
  if (value === undefined || value === '') return '/';
  if (value.length > LONGEST || !PATH.test(value)) throw new PorticoError('ERR_IDENTITY_RETURN_REFUSED');
  const url = new URL(value, publicOrigin);
  const path = decoded(url.pathname);
  if (url.origin !== publicOrigin || path === undefined || path.startsWith('/api/') || path.startsWith('//')) {
    throw new PorticoError('ERR_IDENTITY_RETURN_REFUSED');
  }
  return url.pathname + url.search + url.hash;
}

/** As the router reads it; `undefined` when it is not well escaped. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
