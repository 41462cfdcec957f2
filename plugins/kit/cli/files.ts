import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PorticoError } from '../../../sandbox/contract/index.ts';

/** Reads a whole file; ERR_CLI_UNREADABLE names it. */
export async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new PorticoError('ERR_CLI_UNREADABLE', {
      detail: `${path}: ${reasonOf(cause)}.`,
      data: { file: path },
      cause,
    });
  }
}

export async function writeBytes(path: string, bytes: Uint8Array | string, mode = 0o644): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes, { mode });
  } catch (cause) {
    throw new PorticoError('ERR_CLI_UNWRITABLE', {
      detail: `${path}: ${reasonOf(cause)}.`,
      data: { file: path },
      cause,
    });
  }
}

export async function kindOf(path: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return 'nothing';
    throw new PorticoError('ERR_CLI_UNREADABLE', {
      detail: `${path}: ${reasonOf(cause)}.`,
      data: { file: path },
      cause,
    });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not open it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is a file',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

function reasonOf(cause: unknown): string {
  return REASONS[codeOf(cause)] ?? (codeOf(cause) || 'unknown reason');
}
