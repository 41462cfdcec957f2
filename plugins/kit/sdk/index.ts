/**
 * The SDK of a mini-app:
 *
 *     import { portico } from '@portico/sdk';
 *     const { code } = await portico.identity.login();
 *
 * Calls reject with `PorticoCallError`, whose `code` is one of the closed list in `docs/reference/errors.md`.
 */
export {
  type CallOptions,
  type ErrorCode,
  type HostEventName,
  type HostEventPayload,
  type Portico,
  PorticoCallError,
  portico,
} from '../../../sandbox/guest/index.ts';
