import { BRIDGE_VERSION } from '../contract/messages.ts';
import { CallError } from './call-error.ts';

/**
 * For the one who is given a port with a version agreed by others: there is no talking across versions.
 * @throws CallError ERR_BRIDGE_VERSION
 */
export function assertVersion(version: number): void {
  if (version !== BRIDGE_VERSION) throw new CallError('ERR_BRIDGE_VERSION');
}
