import { PorticoError } from '../../sandbox/contract/index.ts';

const LONGEST_PATH = 2048;
/** One slash at the start; printable ASCII without fragment and without backslash, which URL parsers read as a slash. */
const PATH = /^\/(?!\/)[!-"$-[\]-~]*$/;

export interface Target {
  /** As the manifest names it: what the identity token is for. */
  readonly audience: string;
  readonly url: URL;
  /** True when configuration maps the back end to loopback, which only an installation on *.localhost can do. */
  readonly mapped: boolean;
}

/** Where a call goes: the declared origin and this path, nowhere else. */
export function targetOf(origin: string, path: string, backendMap: ReadonlyMap<string, string>): Target {
  if (path.length > LONGEST_PATH || !PATH.test(path)) throw new PorticoError('ERR_GATEWAY_PATH_REFUSED');
  const mapped = backendMap.get(origin);
  const base = new URL(mapped ?? origin);
  const url = new URL(base.origin + path);
  if (url.origin !== base.origin) throw new PorticoError('ERR_GATEWAY_PATH_REFUSED');
  return { audience: origin, url, mapped: mapped !== undefined };
}
