import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { Config } from '../platform/config.ts';
import type { Signer, SignerSource } from './signer.ts';

const ROOT_KEYS = ['root-1', 'root-2', 'root-3'] as const;
const ROOT_THRESHOLD = 2;
const ROLE_KEYS = ['targets', 'releases', 'snapshot', 'timestamp'] as const;
type KeyName = (typeof ROOT_KEYS)[number] | (typeof ROLE_KEYS)[number];

/**
 * Keys as JWK files (RFC 8037) of mode 0600 under `<dataDir>/keys/trust/`, beside the root metadata.
 * Good enough to develop with, never for a bank: anybody who reads the disk can sign.
 * @throws PorticoError ERR_TRUST_SIGNER_REFUSED unless the process may run its demo.
 */
export function createFileSigners(config: Pick<Config, 'demo' | 'dataDir'>): SignerSource {
  if (!config.demo) throw new PorticoError('ERR_TRUST_SIGNER_REFUSED');
  const folder = join(config.dataDir, 'keys', 'trust');
  const keyFile = (name: KeyName) => join(folder, `${name}.json`);

  async function load(name: KeyName): Promise<Signer> {
    const unusable = (detail: string, cause?: unknown) =>
      new PorticoError('ERR_TRUST_KEY_UNUSABLE', { detail: `${name}: ${detail}`, cause });
    let text: string;
    try {
      const { mode } = await stat(keyFile(name));
      if ((mode & 0o077) !== 0) throw unusable('the file can be read by others; its mode must be 0600.');
      text = await readFile(keyFile(name), 'utf8');
    } catch (error) {
      throw error instanceof PorticoError ? error : unusable('the file cannot be read.', error);
    }
    try {
      return signerOf(createPrivateKey({ key: JSON.parse(text), format: 'jwk' }));
    } catch (error) {
      throw unusable('the file holds no Ed25519 private key.', error);
    }
  }

  return {
    async roots() {
      const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw new PorticoError('ERR_TRUST_KEY_UNUSABLE', { detail: 'The key folder cannot be read.', cause: error });
      });
      const versions = names
        .flatMap((name) => /^([1-9][0-9]*)\.root\.json$/.exec(name)?.[1] ?? [])
        .map(Number)
        .sort((a, b) => a - b);
      return Promise.all(versions.map((version) => readFile(join(folder, `${version}.root.json`))));
    },
    async createRoot(makeRoot) {
      const staging = `${folder}.ceremony`;
      await rm(staging, { recursive: true, force: true });
      await mkdir(staging, { recursive: true, mode: 0o700 });
      const create = async (name: KeyName) => {
        const { privateKey } = generateKeyPairSync('ed25519');
        const jwk = `${JSON.stringify(privateKey.export({ format: 'jwk' }))}\n`;
        await writeFlushed(join(staging, `${name}.json`), jwk, 0o600);
        return signerOf(privateKey);
      };
      const keys = [];
      for (const name of ROOT_KEYS) keys.push(await create(name));
      const root = await makeRoot(
        { keys, threshold: ROOT_THRESHOLD },
        {
          targets: await create('targets'),
          releases: await create('releases'),
          snapshot: await create('snapshot'),
          timestamp: await create('timestamp'),
        },
      );
      await writeFlushed(join(staging, '1.root.json'), root, 0o644);
      try {
        // A folder can only be renamed onto an empty one: keys that exist are somebody's trust and stay.
        await rename(staging, folder);
      } catch (error) {
        throw new PorticoError('ERR_TRUST_KEY_UNUSABLE', { detail: 'There are keys without a root.', cause: error });
      }
    },
    async roles() {
      const [targets, releases, snapshot, timestamp] = await Promise.all([
        load('targets'),
        load('releases'),
        load('snapshot'),
        load('timestamp'),
      ]);
      return { targets, releases, snapshot, timestamp };
    },
  };
}

function signerOf(privateKey: KeyObject): Signer {
  const { crv, x } = privateKey.export({ format: 'jwk' });
  if (crv !== 'Ed25519' || typeof x !== 'string') throw new TypeError('not an Ed25519 key');
  return {
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
    sign: async (bytes) => new Uint8Array(sign(null, bytes, privateKey)),
  };
}

/** Flushed, because containers will remember what these keys sign. */
async function writeFlushed(path: string, contents: string | Uint8Array, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(contents);
    await file.sync();
  } finally {
    await file.close();
  }
}
