/** The root of trust that a build of the container ships, read and checked while building. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PorticoError } from '../sandbox/contract/index.ts';
import { createLinks } from './services/tuf/chain.ts';
import { verifyEd25519 } from './services/tuf/ed25519.ts';

/**
 * What the bundler puts in place of names in the source (`services/tuf/shipped-root.ts`): the root metadata in the file
 * that PORTICO_TRUST_ROOT names, byte for byte, because roots are compared so.
 * @throws PorticoError ERR_TRUST_ROOT_FILE when it cannot be read, or is no root that signs itself
 */
export async function shippedRootDefine(
  environment: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): Promise<Record<string, string>> {
  const named = environment.PORTICO_TRUST_ROOT?.trim();
  if (!named) return { PORTICO_SHIPPED_ROOT: 'undefined' };
  const path = resolve(workingFolder, named);
  try {
    const bytes = new Uint8Array(await readFile(path));
    await createLinks(verifyEd25519).firstRoot(bytes);
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { PORTICO_SHIPPED_ROOT: JSON.stringify(text) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PorticoError('ERR_TRUST_ROOT_FILE', { detail: `PORTICO_TRUST_ROOT names ${path}: ${why}`, cause });
  }
}
