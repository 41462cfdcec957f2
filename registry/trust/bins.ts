import { createHash } from 'node:crypto';

/**
 * Hash bins (TAP 15 “succinct delegations”, the shape of PEP 458): a target's bin is the first 8 bits of the SHA-256
 * of its path. One release touches one or two small files, whatever the size of the catalogue.
 */
export const BIT_LENGTH = 8;
export const BIN_PREFIX = 'bin';

export const allBins: readonly string[] = Array.from(
  { length: 2 ** BIT_LENGTH },
  (_, index) => `${BIN_PREFIX}-${index.toString(16).padStart(BIT_LENGTH / 4, '0')}`,
);

export function binOf(path: string): string {
  const first = createHash('sha256').update(path, 'utf8').digest('hex').slice(0, 2);
  return `${BIN_PREFIX}-${first}`;
}
