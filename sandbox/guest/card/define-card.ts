import { messagePort, type Port, systemClock } from '../../bridge/index.ts';
import { cardEvents, isCardStart } from '../../contract/card/records.ts';
import type { HostEventPayload } from '../../contract/events.ts';
import { BRIDGE_VERSION } from '../../contract/messages.ts';
import { createPortico } from '../create-portico.ts';
import type { Portico } from '../portico.ts';
import { CardRoot } from './element.ts';
import { createUpdates } from './updates.ts';

/** What a card may call: it reads what its app has kept. Nothing it does leaves the device. */
export interface CardPortico {
  readonly app: Pick<Portico['app'], 'info'>;
  readonly storage: Pick<Portico['storage'], 'get' | 'keys'>;
  /** Calls `listener` on every such event until the returned function is called. */
  on<N extends 'theme' | 'locale'>(name: N, listener: (payload: HostEventPayload<N>) => void): () => void;
}

export interface Card {
  readonly portico: CardPortico;
  /** The card itself; what is appended here is on the home page a moment later. */
  readonly root: CardRoot;
}

/** The few things of a worker's global object that a card's runtime needs. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/**
 * Starts a card in its worker, once the frame has handed the port over. A card whose function throws or rejects is
 * closed with its error state.
 */
export function defineCard(start: (card: Card) => void | Promise<void>): void {
  let started = false;
  (globalThis as unknown as WorkerScope).addEventListener('message', ({ data, ports }) => {
    const [port] = ports;
    if (started || !isCardStart(data) || port === undefined || data.version !== BRIDGE_VERSION) return;
    started = true;
    void run(messagePort(port), start);
  });
}

async function run(port: Port, start: (card: Card) => void | Promise<void>): Promise<void> {
  const updates = createUpdates((message) => port.post(message));
  const portico = createPortico(() => port, systemClock);
  const hear = portico.on as unknown as (name: string, listener: (payload: unknown) => void) => void;
  // Asking for an event connects, so that the container's pings are answered from here on.
  hear(cardEvents.press, (payload) => updates.press((payload as { readonly listener?: unknown }).listener));
  try {
    await start({ portico, root: new CardRoot(updates) });
    updates.flush();
  } catch (error) {
    port.post({ type: 'event', name: cardEvents.failed, payload: null });
    reportError(error);
  }
}
