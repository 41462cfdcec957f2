/** Readers of the native side's answers: a wrong one is ERR_CAPABILITY_NATIVE, never a value that an app could trip over. */
import { PorticoError } from '../../../../sandbox/contract/index.ts';
import type { NetworkState, Place, ScannedCode } from '../native-device.ts';
import { membersOf } from './protocol.ts';

function bad(method: string): never {
  throw new PorticoError('ERR_CAPABILITY_NATIVE', { detail: `Its answer to ${method} was not understood.` });
}
const within = (value: unknown, limit: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit;

export function readPlace(value: unknown): Place {
  const { latitude, longitude, accuracy, at } = membersOf(value);
  if (!within(latitude, 90) || !within(longitude, 180) || !within(accuracy, 1e7) || accuracy < 0) return bad('locate');
  if (!within(at, 8.64e15)) return bad('locate');
  return { latitude, longitude, accuracy, at: new Date(at) };
}

export function readNetwork(value: unknown): NetworkState {
  const { online, kind, saveData } = membersOf(value);
  const known = (['wifi', 'cellular', 'wired', 'none', 'unknown'] as const).find((name) => name === kind);
  if (typeof online !== 'boolean' || known === undefined) return bad('network');
  return { online, kind: known, saveData: saveData === true };
}

/** `null` is the customer who closed the scanner. */
export function readScanned(value: unknown): ScannedCode | undefined {
  if (value === null) return undefined;
  const { text, format } = membersOf(value);
  if (typeof text !== 'string' || typeof format !== 'string' || text.length > 8_000 || format.length > 32) {
    return bad('scan');
  }
  return { text, format };
}

export const readDone = (method: string, value: unknown): boolean => (typeof value === 'boolean' ? value : bad(method));
