import { decodeUtf8 } from '../../../../sandbox/contract/json/index.ts';
import { packagePathFault, pathCollisionKey } from '../../../../sandbox/contract/manifest/index.ts';
import { refuse } from './bytes.ts';

/** Decodes and checks an entry's name. A folder's name ends in one slash. */
export function readName(raw: Uint8Array, isUtf8: boolean): string {
  const decoded = decodeUtf8(raw);
  if (!decoded.ok) refuse('ERR_PACKAGE_NAME', 'The name is not valid UTF-8.');
  const name = decoded.text;
  // Without the flag a name is in the code page of whoever reads it, so only ASCII means the same to all.
  if (!isUtf8 && raw.some((byte) => byte > 0x7f)) {
    refuse('ERR_PACKAGE_NAME', 'The name has letters beyond ASCII, and its UTF-8 flag is not set.', name);
  }
  const fault = packagePathFault(isFolderName(name) ? name.slice(0, -1) : name);
  if (fault) refuse('ERR_PACKAGE_NAME', fault, name);
  return name;
}

export function isFolderName(name: string): boolean {
  return name.endsWith('/');
}

/** Refuses entries that would land on one another: same name, same but for case or Unicode form, or a file as a folder. */
export function assertNoClash(names: readonly string[]): void {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  const listed = new Set<string>();
  for (const name of names) {
    const key = pathCollisionKey(name);
    if (listed.has(key)) refuse('ERR_PACKAGE_NAME_CLASH', 'The name stands in the archive twice, or nearly so.', name);
    listed.add(key);
    if (!isFolderName(name)) files.set(key, name);
    for (const folder of foldersOf(name)) {
      const folderKey = pathCollisionKey(folder);
      const spelled = folders.get(folderKey) ?? folder;
      if (spelled !== folder) refuse('ERR_PACKAGE_NAME_CLASH', `Its folder is also spelled ${spelled}.`, name);
      folders.set(folderKey, folder);
    }
  }
  for (const [key, folder] of folders) {
    const file = files.get(key);
    if (file !== undefined) refuse('ERR_PACKAGE_NAME_CLASH', `${folder} is a folder and a file.`, file);
  }
}

/** `a/b/c.js` → `a`, `a/b`; `a/b/` → `a`, `a/b`. */
function foldersOf(name: string): string[] {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
