import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { type PartnerKey, readPartnerKey } from '../server/index.ts';
import { configFolder } from './config-folder.ts';
import { kindOf, readBytes, writeBytes } from './files.ts';

export interface ReleaseKey extends PartnerKey {
  /** base64url of the 32 raw bytes. */
  readonly publicKey: string;
  readonly file: string;
  readonly isNew: boolean;
}

/** Reads the key file given, or the one in the user's configuration folder, which is made when it is not there. */
export async function openReleaseKey(given: string | undefined, env: NodeJS.ProcessEnv): Promise<ReleaseKey> {
  const file = given ?? join(configFolder(env), 'release-key.json');
  const isNew = given === undefined && (await kindOf(file)) === 'nothing';
  if (isNew) await writeBytes(file, `${JSON.stringify(newKey())}\n`, 0o600);
  const key = readPartnerKey(Buffer.from(await readBytes(file)).toString('utf8'));
  const publicKey = String(key.privateKey.export({ format: 'jwk' }).x);
  return { ...key, publicKey, file, isNew };
}

function newKey() {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
}
