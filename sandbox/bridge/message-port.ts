import type { Port } from './port.ts';

/** Asks Chromium to put the sender's user activation on the message; other browsers ignore it. */
const stamped: StructuredSerializeOptions & { readonly includeUserActivation: true } = { includeUserActivation: true };

/** A Port over one end of a MessageChannel. The guest's end is `stamped`, so that the host can tell a tap from none. */
export function messagePort(port: MessagePort, options?: { readonly stamped: boolean }): Port {
  return {
    post: options?.stamped ? (message) => port.postMessage(message, stamped) : (message) => port.postMessage(message),
    listen(listener) {
      port.addEventListener('message', (event) => listener.receive(event.data, event));
      port.addEventListener('messageerror', () => listener.unreadable());
      port.addEventListener('close', () => listener.closed());
      port.start();
    },
    close: () => port.close(),
  };
}
