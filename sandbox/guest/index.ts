/** What a mini-app imports, by way of `plugins/kit/sdk`. */
import { systemClock } from '../bridge/index.ts';
import { createPortico, portOf } from './create-portico.ts';
import { takePort } from './hand-over.ts';
import { originPort } from './origin-port.ts';
import type { Portico } from './portico.ts';

export { CallError as PorticoCallError } from '../bridge/index.ts';
export type { ErrorCode } from '../contract/errors/index.ts';
export type { HostEventName, HostEventPayload } from '../contract/events.ts';
export type { CallOptions, Portico } from './portico.ts';

/** The container, as a mini-app sees it. Outside a container every call rejects with ERR_BRIDGE_HANDSHAKE. */
export const portico: Portico = createPortico(() => {
  const handOver = takePort(globalThis);
  // A sealed frame's origin is opaque; a site on an origin of its own, in a frame, asks the container itself.
  const isOriginSite = handOver === undefined && self.origin !== 'null' && parent !== window;
  return isOriginSite ? originPort(window) : portOf(handOver);
}, systemClock);
