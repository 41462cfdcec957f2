import type { FrameFile } from '../contract/handshake.ts';
import { PorticoError } from '../contract/index.ts';
import type { RealmFiles } from './realm.ts';

/** @throws PorticoError ERR_REALM_ENTRY when `entry` is not among the files */
export function frameFiles(entry: string, files: RealmFiles): FrameFile[] {
  if (!files.has(entry)) throw new PorticoError('ERR_REALM_ENTRY', { detail: 'It is not among the files.' });
  return [...files].map(([path, { bytes, type }]) => ({ path, type, bytes }));
}
