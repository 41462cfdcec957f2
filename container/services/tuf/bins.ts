import { hexOf, utf8 } from './bytes.ts';
import type { SuccinctRoles } from './metadata.ts';

/** The one bin that speaks for a target: the leading bits of the SHA-256 of its path (TAP 15). */
export async function binOf(roles: SuccinctRoles, path: string): Promise<string> {
  const hash = new DataView(await crypto.subtle.digest('SHA-256', utf8(path)));
  const index = hash.getUint32(0) >>> (32 - roles.bitLength);
  const digits = hexOf(Uint8Array.of(index >>> 24, index >>> 16, index >>> 8, index));
  return `${roles.namePrefix}-${digits.slice(-hexDigits(roles.bitLength))}`;
}

/** As many as the last bin's number has. */
const hexDigits = (bitLength: number): number => (2 ** bitLength - 1).toString(16).length;
