import { createHash, randomUUID } from 'node:crypto';
import { type BigIntStats, createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { type FileDigest, PorticoError, parseFileDigest } from '../../../sandbox/contract/index.ts';
import type { BlobStore } from '../platform.ts';

/**
 * Blobs as files `<root>/ab/cdef…`, named by their SHA-256. Writing: a temporary file is filled, flushed to disk
 * (fsync), renamed into place, and its folder flushed, so that a blob is whole or absent after any crash.
 * Reading: the digest is checked again; bytes that rotted or were changed on disk end in ERR_PLATFORM_BLOB_DAMAGED before
 * the first of them is handed out, because by then an answer's status and its year in caches would have been sent.
 */
export async function createFileBlobs(root: string): Promise<BlobStore> {
  const incoming = join(root, 'incoming');
  // Left-overs of a crash; nothing refers to them.
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const isWhole = createFirstReader();
  const pathOf = (digest: FileDigest) => join(root, digest.slice(0, 2), digest.slice(2));

  return {
    async put(bytes) {
      const temporary = join(incoming, randomUUID());
      const { digest, size } = await writeFlushed(temporary, bytes);
      const target = pathOf(digest);
      if (await exists(target)) await rm(temporary);
      else {
        await mkdir(dirname(target), { recursive: true, mode: 0o700 });
        await rename(temporary, target);
        await flushFolder(dirname(target));
      }
      return { digest, size };
    },

    async open(digest) {
      const path = pathOf(digest);
      const found = await stat(path, { bigint: true }).catch(absent);
      if (!found) return undefined;
      if (!(await isWhole(path, digest, found))) throw damaged(digest);
      const file = createReadStream(path);
      const checked = file.pipe(checking(digest));
      file.on('error', (error) => checked.destroy(error));
      return { size: Number(found.size), stream: checked };
    },

    async read(digest) {
      const bytes = await readFile(pathOf(digest)).catch(absent);
      if (bytes && createHash('sha256').update(bytes).digest('hex') !== digest) throw damaged(digest);
      return bytes;
    },
  };
}

async function writeFlushed(path: string, bytes: Readable | Uint8Array): Promise<{ digest: FileDigest; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
      const part = chunk as Uint8Array;
      hash.update(part);
      size += part.byteLength;
      await file.writeFile(part);
    }
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
  return { digest: digestOf(hash.digest('hex')), size };
}

/** As many verdicts as are remembered, of about 200 bytes each. */
const MOST_VERDICTS = 20_000;

/**
 * Reads a file through before it is opened for somebody, once for each state it is in: nobody can change a file, or put
 * another in its place, without the kernel giving it a new time of change (ctime) or inode.
 */
function createFirstReader() {
  const whole = new Map<string, string>();
  return async (path: string, digest: FileDigest, { ino, size, ctimeNs }: BigIntStats): Promise<boolean> => {
    const state = `${ino} ${size} ${ctimeNs}`;
    if (whole.get(path) === state) return true;
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
    if (hash.digest('hex') !== digest) return false;
    if (whole.size >= MOST_VERDICTS) whole.clear();
    whole.set(path, state);
    return true;
  };
}

/**
 * Passes bytes on, always one chunk behind, and ends with an error instead of the last chunk when they are not what
 * their name says: a reader gets fewer bytes than announced, never a clean end.
 */
function checking(digest: FileDigest): Transform {
  const hash = createHash('sha256');
  let held: Uint8Array | undefined;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk);
      done(null, held);
      held = chunk;
    },
    flush(done) {
      if (hash.digest('hex') === digest) done(null, held);
      else done(damaged(digest));
    },
  });
}

function damaged(digest: FileDigest): PorticoError {
  return new PorticoError('ERR_PLATFORM_BLOB_DAMAGED', { detail: `sha256 ${digest}` });
}

function digestOf(hex: string): FileDigest {
  const digest = parseFileDigest(hex);
  if (!digest) throw new TypeError('a SHA-256 is 64 hex digits');
  return digest;
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(absent)) !== undefined;
}
