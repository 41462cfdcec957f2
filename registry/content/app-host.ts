import { createHash } from 'node:crypto';
import type { AppId } from '../../sandbox/contract/index.ts';
import type { Isolation } from '../../sandbox/contract/manifest/index.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const LABEL_CHARACTERS = 20;

/**
 * First label of an app's own host: `a-` + base32 (RFC 4648, lower case) of SHA-256(appId ‖ 0 ‖ isolation), first 20
 * characters. The isolation level is part of it, so that a release of one level never owns the origin of another.
 */
export function appHostLabel(appId: AppId, isolation: Isolation): string {
  const bytes = createHash('sha256').update(`${appId}\0${isolation}`).digest();
  let bits = 0;
  let held = 0;
  let label = '';
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff;
    for (held += 8; held >= 5; held -= 5) label += BASE32.charAt((bits >> (held - 5)) & 31);
  }
  return `a-${label.slice(0, LABEL_CHARACTERS)}`;
}
