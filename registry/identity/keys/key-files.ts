import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Random } from '../../platform/index.ts';
import { type PrivateJwk, parsePrivateJwk, privateJwkFromSeed } from './ed25519.ts';

/** `undefined` when the file does not exist. */
export async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new PorticoError('ERR_IDENTITY_KEY_FILE', { detail: path, cause });
  }
}

/**
 * Writes a secret file (0600 in a 0700 folder) unless one is there already, whole or not at all, so that two processes
 * that start together end up with the same content.
 */
export async function writeOnce(path: string, content: string, random: Random): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${random.token(6)}`;
  await writeFile(draft, content, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, path);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
  } finally {
    await unlink(draft);
  }
}

export interface KeyFileOptions {
  readonly random: Random;
  /** False in production, where a missing key means a wrong mount, not a first start. */
  readonly create: boolean;
}

export async function readOrCreate(path: string, make: () => string, options: KeyFileOptions): Promise<string> {
  const present = await readIfPresent(path);
  if (present !== undefined) return present;
  if (!options.create) throw new PorticoError('ERR_IDENTITY_KEY_FILE', { detail: path });
  await writeOnce(path, make(), options.random);
  return await readOrCreate(path, make, { ...options, create: false });
}

export async function readOrCreatePrivateKey(path: string, options: KeyFileOptions): Promise<PrivateJwk> {
  const make = () => `${JSON.stringify(privateJwkFromSeed(options.random.bytes(32)), null, 2)}\n`;
  const jwk = parsePrivateJwk(parseJson(await readOrCreate(path, make, options)));
  if (jwk === undefined) throw new PorticoError('ERR_IDENTITY_KEY_FILE', { detail: path });
  return jwk;
}

/** `undefined` for text that is not JSON: the caller names the file. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
