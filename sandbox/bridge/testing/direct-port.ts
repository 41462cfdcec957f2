import type { Delivery, Port, PortListener } from '../port.ts';

/** A port whose other side is the test: what it says arrives at once, as the very object it was. */
export function directPort() {
  const said: unknown[] = [];
  let listener: PortListener | undefined;
  const port: Port = {
    post: (message) => said.push(message),
    listen: (given) => {
      listener = given;
    },
    close: () => {
      listener = undefined;
    },
  };
  const nothingAlong: Delivery = { ports: [] };
  return {
    port,
    /** Everything the other end has posted so far. */
    said,
    tell: (data: unknown, delivery = nothingAlong) => listener?.receive(data, delivery),
  };
}
