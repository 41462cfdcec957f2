import { createHash } from 'node:crypto';
import { type FileDigest, PorticoError, type ReleaseDigest } from '../../../sandbox/contract/index.ts';
import { canonicalJson } from '../../../sandbox/contract/json/index.ts';
import {
  MAX_MANIFEST_BYTES,
  type PackageManifest,
  parseManifest,
  parseReleaseManifest,
  type ReleaseFile,
  type ReleaseManifest,
} from '../../../sandbox/contract/manifest/index.ts';
import { sha256 } from './digest.ts';
import { elementBudget, inlineScriptHashes } from './inline-scripts.ts';
import { mediaTypeOf } from './media-types.ts';
import { buildReleaseManifest } from './release.ts';
import { entryContent, readEntryTable, type ZipEntry } from './zip/index.ts';

/** A package that has been read once, strictly, to its last byte. */
export interface Package {
  readonly manifest: PackageManifest;
  readonly release: ReleaseManifest;
  /** JCS bytes of `release`; their SHA-256 is `digest`. */
  readonly releaseBytes: Uint8Array;
  readonly digest: ReleaseDigest;
  /** Packed bytes. */
  readonly packedSize: number;
  /** Unpacks one file again; only one is held in memory at a time, at most 16 MB. */
  content(path: string): Promise<Uint8Array>;
}

const MANIFEST = 'manifest.json';

/** SHA-256 in base64 of the inline scripts of all pages of a site's package, each once, sorted. */
export type InlineScriptsOf = (archive: Uint8Array) => Promise<readonly string[]>;

/**
 * Reads a package. Throws `PorticoError` with ERR_PACKAGE_*, ERR_JSON_* or ERR_MANIFEST_INVALID at the first thing that makes
 * it unreadable; what is merely unwise is for the rules. Memory beyond the archive stays at a few inflate windows.
 * @param inlineScripts who parses the pages of a site, which hostile ones make last; in this very thread when left out
 */
export async function readPackage(archive: Uint8Array, inlineScripts?: InlineScriptsOf): Promise<Package> {
  const entries = new Map(readEntryTable(archive).map((entry) => [entry.path, entry]));
  const manifestEntry = entries.get(MANIFEST);
  if (!manifestEntry) throw new PorticoError('ERR_PACKAGE_NO_MANIFEST');
  if (manifestEntry.size > MAX_MANIFEST_BYTES) {
    throw new PorticoError('ERR_JSON_TOO_LARGE', { detail: `manifest.json has ${manifestEntry.size} bytes.` });
  }
  entries.delete(MANIFEST);
  const manifest = parseManifest(await unpack(archive, manifestEntry));

  const files: ReleaseFile[] = [];
  for (const entry of entries.values()) files.push(await describe(archive, entry));
  files.sort((left, right) => (left.path < right.path ? -1 : 1));

  const isSite = manifest.portico.isolation === 'origin';
  const read = inlineScripts ?? (() => parsePages(archive, entries, files));
  const scripts = isSite ? await read(archive) : [];

  const releaseBytes = Buffer.from(canonicalJson(buildReleaseManifest(manifest, files, scripts)));
  // Read back through the parser every other realm uses: what it would refuse must not be published.
  const release = parseReleaseManifest(releaseBytes);
  return {
    manifest,
    release,
    releaseBytes,
    digest: sha256(releaseBytes) as ReleaseDigest,
    packedSize: archive.length,
    async content(path) {
      const entry = entries.get(path);
      if (!entry) throw new PorticoError('ERR_PACKAGE_MISSING_FILE', { data: { file: path } });
      return unpack(archive, entry);
    },
  };
}

async function parsePages(
  archive: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  files: readonly ReleaseFile[],
): Promise<readonly string[]> {
  const scripts = new Set<string>();
  const elements = elementBudget();
  for (const { path, type } of files) {
    const entry = type === 'text/html' ? entries.get(path) : undefined;
    if (!entry) continue;
    for (const hash of inlineScriptHashes(await unpack(archive, entry), path, elements)) scripts.add(hash);
  }
  return [...scripts].sort();
}

/** Reads every entry to its end without asking for a manifest: what `portico inspect` says of any zip archive. */
export async function inspectArchive(archive: Uint8Array): Promise<number> {
  const entries = readEntryTable(archive);
  for (const entry of entries) {
    for await (const chunk of entryContent(archive, entry)) void chunk;
  }
  return entries.length;
}

async function describe(archive: Uint8Array, entry: ZipEntry): Promise<ReleaseFile> {
  const hash = createHash('sha256');
  for await (const chunk of entryContent(archive, entry)) hash.update(chunk);
  return {
    path: entry.path,
    size: entry.size,
    digest: hash.digest('hex') as FileDigest,
    type: mediaTypeOf(entry.path),
  };
}

async function unpack(archive: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of entryContent(archive, entry)) chunks.push(chunk);
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}
