/**
 * A site on its own origin has no loader that leaves it a port; its kit asks the container for one. Only the container can
 * be the parent: the documents' `frame-ancestors` names it alone. So a port is taken from the parent's window and from
 * nobody else, and only with the nonce of this very request.
 */
import type { Port, PortListener } from '../bridge/index.ts';
import { messagePort } from '../bridge/index.ts';
import { BRIDGE_VERSION } from '../contract/messages.ts';
import { type GuestHello, isGuestPort } from '../contract/origin-handshake.ts';
import { isTapped } from './tapped.ts';

/** How long the container may take; a page that stands in some other frame learns that there is none. */
const PATIENCE_MS = 5_000;

/** A port that is asked for at once and may be used at once: what is sent before it comes waits for it. */
export function originPort(scope: Window): Port {
  const waiting: Parameters<Port['post']>[] = [];
  let port: Port | undefined;
  let listener: PortListener | undefined;
  let over = false;
  const hello: GuestHello = { portico: 'guest', versions: [BRIDGE_VERSION], nonce: scope.crypto.randomUUID() };

  const receive = ({ source, data, ports }: MessageEvent<unknown>): void => {
    const [given] = ports;
    if (source !== scope.parent || given === undefined || !isGuestPort(data, hello.nonce)) return;
    stopWaiting();
    port = messagePort(given, isTapped);
    if (over) port.close();
    for (const words of waiting.splice(0)) port.post(...words);
    if (listener) port.listen(listener);
  };
  const timer = scope.setTimeout(() => {
    stopWaiting();
    listener?.closed();
  }, PATIENCE_MS);
  const stopWaiting = (): void => {
    scope.removeEventListener('message', receive);
    scope.clearTimeout(timer);
  };
  scope.addEventListener('message', receive);
  scope.parent.postMessage(hello, '*');

  return {
    post(...words) {
      if (port) port.post(...words);
      else if (!over) waiting.push(words);
    },
    listen(given) {
      listener = given;
      port?.listen(given);
    },
    close() {
      over = true;
      stopWaiting();
      waiting.length = 0;
      port?.close();
    },
  };
}
