/** Where an app's own host is, worked out from the container's: both are names of the same domain. */
import type { AppId, ReleaseDigest } from '../../sandbox/contract/index.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const LABEL_CHARACTERS = 20;

/** An address is asked for between a tap and the app: known ones need no detour through the browser's digest. */
const labels = new Map<string, Promise<string>>();

/** `a-` + base32 (RFC 4648, lower case) of SHA-256(appId ‖ 0 ‖ isolation), first 20 characters: one origin an app and level. */
export function hostLabel(appId: AppId, isolation: string): Promise<string> {
  const name = `${appId}\0${isolation}`;
  const label = labels.get(name) ?? labelOf(name);
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

/** The page that opens one release: the sealed frame, or the way into a site on its own origin. `container` is the container's own location, `bank.<domain>`. */
export async function frameAddress(
  container: Pick<Location, 'protocol' | 'host'>,
  app: { readonly appId: AppId; readonly isolation: string; readonly digest: ReleaseDigest },
): Promise<string> {
  const domain = container.host.slice(container.host.indexOf('.') + 1);
  const page = app.isolation === 'origin' ? 'enter.html' : 'frame.html';
  return `${container.protocol}//${await hostLabel(app.appId, app.isolation)}.${domain}/.portico/${app.digest}/${page}`;
}
