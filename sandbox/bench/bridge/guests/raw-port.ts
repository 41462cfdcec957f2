/** The least that a call over a MessagePort can be: an id, and a map of who waits for it. No check of anything. */
import { offerDriver, type Payload } from '../driver.ts';
import { guestPort } from './guest-port.ts';

const port = guestPort();
const waiting = new Map<number, (value: unknown) => void>();
let lastId = 0;
port.onmessage = ({ data }: MessageEvent<{ id: number; value: unknown }>) => {
  waiting.get(data.id)?.(data.value);
  waiting.delete(data.id);
};

offerDriver(
  (args: Payload) =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      port.postMessage({ id: lastId, method: 'storage.get', args });
    }),
);
