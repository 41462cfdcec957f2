import type { Attack, GuestCode } from '../attack.ts';

const call = { type: 'call', id: 1, method: 'app.info', args: {} };

const parts: Readonly<Record<string, GuestCode>> = {
  port({ takePort }) {
    takePort().postMessage(call, [new MessageChannel().port2]);
    return null;
  },
  portInArguments({ takePort }) {
    const { port2 } = new MessageChannel();
    takePort().postMessage({ ...call, args: { port: port2 } }, [port2]);
    return null;
  },
  stream({ takePort }) {
    const stream = new ReadableStream();
    takePort().postMessage({ ...call, stream }, [stream]);
    return null;
  },
  canvas({ takePort }) {
    const canvas = new OffscreenCanvas(1, 1);
    takePort().postMessage({ ...call, canvas }, [canvas]);
    return null;
  },
  manyPorts({ takePort }) {
    const ports = Array.from({ length: 1_000 }, () => new MessageChannel().port2);
    takePort().postMessage(call, ports);
    return null;
  },
};

export const attack: Attack = {
  id: '41',
  group: 'payload',
  title: 'send ports, streams and canvases along with a message',
  expected: 'the session ends',
  parts,
  async judge({ open }) {
    for (const part of Object.keys(parts)) {
      const lab = await open();
      await lab.run(part);
      await lab.ended(15_000);
      await lab.gone();
    }
  },
};
