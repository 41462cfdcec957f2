import type { Port } from './port.ts';

/** Asks Chromium to stamp the sender's user activation on the message; other browsers ignore it. */
const stamped: StructuredSerializeOptions & { readonly includeUserActivation: true } = { includeUserActivation: true };

/** A Port over one end of a MessageChannel. */
export function messagePort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message, stamped),
    listen(listener) {
      port.addEventListener('message', (event) => listener.receive(event.data, event));
      port.addEventListener('messageerror', () => listener.unreadable());
      port.addEventListener('close', () => listener.closed());
      port.start();
    },
    close: () => port.close(),
  };
}
