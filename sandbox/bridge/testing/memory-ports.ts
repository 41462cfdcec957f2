import type { Port, PortListener } from '../port.ts';

const nothingAlong = { ports: [] };

/**
 * Two Ports in one realm. Values arrive as the very objects that were sent, one macrotask later: a peer on this
 * transport can try getters, proxies and later changes, which structured clone would have taken away.
 */
export function memoryPorts(): readonly [Port, Port] {
  const ends = [createEnd(), createEnd()] as const;
  ends[0].peer = ends[1];
  ends[1].peer = ends[0];
  return [ends[0].port, ends[1].port];
}

interface End {
  readonly port: Port;
  peer: End | undefined;
  open: boolean;
  deliver(tell: (listener: PortListener) => void): void;
}

function createEnd(): End {
  let listener: PortListener | undefined;
  const early: ((listener: PortListener) => void)[] = [];
  const end: End = {
    peer: undefined,
    open: true,
    deliver(tell) {
      setTimeout(() => {
        if (!end.open) return;
        if (listener === undefined) early.push(tell);
        else tell(listener);
      });
    },
    port: {
      post(message, transfer) {
        if (!end.open) return;
        const sent = transfer === undefined ? message : structuredClone(message, { transfer: [...transfer] });
        end.peer?.deliver((peer) => peer.receive(sent, nothingAlong));
      },
      listen(given) {
        listener = given;
        for (const tell of early.splice(0)) end.deliver(tell);
      },
      close() {
        if (!end.open) return;
        end.open = false;
        end.peer?.deliver((peer) => peer.closed());
      },
    },
  };
  return end;
}
