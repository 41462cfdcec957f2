import type { Port } from './port.ts';

/** Asks Chromium to put the sender's user activation on the message; other browsers ignore it. */
interface PostOptions extends StructuredSerializeOptions {
  readonly includeUserActivation?: true;
}
const stamp: PostOptions = { includeUserActivation: true };

/**
 * A Port over one end of a MessageChannel.
 * @param stampWhen on the guest's end: whether the page has user activation now. Only such messages carry the browser's
 *   stamp, by which the host tells a tap from none: to the host no stamp is no tap, and stamping makes a round trip a
 *   twentieth slower
 */
export function messagePort(port: MessagePort, stampWhen: () => boolean = () => false): Port {
  return {
    post(message, transfer) {
      if (transfer !== undefined) port.postMessage(message, [...transfer]);
      else if (stampWhen()) port.postMessage(message, stamp);
      else port.postMessage(message);
    },
    listen(listener) {
      port.addEventListener('message', (event) => listener.receive(event.data, event));
      port.addEventListener('messageerror', () => listener.unreadable());
      port.addEventListener('close', () => listener.closed());
      port.start();
    },
    close: () => port.close(),
  };
}
