/** Where an app's own host is, worked out from the container's: both are names of the same domain. */
import type { AppId, ReleaseDigest } from '../../sandbox/contract/index.ts';

declare global {
  /** Which wall the container was built with (registry/content/wall.ts). Absent where nothing was built, as in tests. */
  const PORTICO_WALL: string | undefined;
}
const version = typeof PORTICO_WALL === 'string' ? `?${PORTICO_WALL}` : '';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const LABEL_CHARACTERS = 20;

/** An address is asked for between a tap and the app: known ones need no detour through the browser's digest. */
const labels = new Map<string, string>();
const nameOf = (appId: AppId, isolation: string): string => `${appId}\0${isolation}`;

/** `a-` + base32 (RFC 4648, lower case) of SHA-256(appId ‖ 0 ‖ isolation), first 20 characters: one origin an app and level. */
export async function hostLabel(appId: AppId, isolation: string): Promise<string> {
  const name = nameOf(appId, isolation);
  const label = labels.get(name) ?? (await labelOf(name));
  labels.set(name, label);
  return label;
}

async function labelOf(name: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name)));
  let bits = 0n;
  for (const byte of hash) bits = (bits << 8n) | BigInt(byte);
  let label = '';
  for (let shift = 251n; label.length < LABEL_CHARACTERS; shift -= 5n) {
    label += BASE32.charAt(Number((bits >> shift) & 31n));
  }
  return `a-${label}`;
}

interface AppRelease {
  readonly appId: AppId;
  readonly isolation: string;
  readonly digest: ReleaseDigest;
}
/** The container's own location, `bank.<domain>`. */
type Container = Pick<Location, 'protocol' | 'host'>;

/** The page that opens one release: the sealed frame, or the way into a site on its own origin. */
export async function frameAddress(container: Container, app: AppRelease): Promise<string> {
  return addressAt(await hostLabel(app.appId, app.isolation), container, app);
}

/** The same for an app whose address was worked out before. */
export function knownFrameAddress(container: Container, app: AppRelease): string | undefined {
  const label = labels.get(nameOf(app.appId, app.isolation));
  return label === undefined ? undefined : addressAt(label, container, app);
}

function addressAt(label: string, container: Container, app: AppRelease): string {
  const domain = container.host.slice(container.host.indexOf('.') + 1);
  const page = app.isolation === 'origin' ? 'enter.html' : 'frame.html';
  return `${container.protocol}//${label}.${domain}/.portico/${app.digest}/${page}${version}`;
}
