import { cardLimits } from '../../contract/card/limits.ts';
import { type CardRecord, cardEvents } from '../../contract/card/records.ts';
import type { EventMessage } from '../../contract/messages.ts';
import type { JsonValue } from '../../contract/schema.ts';
import type { Recorder } from './element.ts';

/** Changes within this time travel together, which keeps an honest card at half the permitted rate. */
const EVERY_MS = 40;
/** Room for the envelope of an update. */
const ROOM = cardLimits.updateSize - 256;

export interface Updates extends Recorder {
  /** Runs the listener that the container names. */
  press(id: unknown): void;
  /** Sends what is waiting now; nothing at all is said once, so that the container stops waiting. */
  flush(): void;
}

/** Collects a card's records and sends them in updates that are small and rare enough. */
export function createUpdates(post: (message: EventMessage) => void): Updates {
  let waiting: CardRecord[] = [];
  let spoken = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ids = new Map<() => void, string>();
  const listeners = new Map<unknown, () => void>();

  const send = (records: readonly CardRecord[]): void =>
    post({ type: 'event', name: cardEvents.update, payload: records as unknown as JsonValue });
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const records = waiting;
    waiting = [];
    let batch: CardRecord[] = [];
    let size = 0;
    for (const record of records) {
      const weight = weigh(record);
      if (batch.length > 0 && (size + weight > ROOM || batch.length === cardLimits.records)) {
        send(batch);
        batch = [];
        size = 0;
      }
      batch.push(record);
      size += weight;
    }
    if (batch.length > 0 || !spoken) send(batch);
    spoken = true;
  };

  return {
    flush,
    write(record) {
      waiting.push(record);
      timer ??= setTimeout(flush, EVERY_MS);
    },
    listenerId(listener) {
      const known = ids.get(listener);
      if (known !== undefined) return known;
      const id = `l${ids.size}`;
      ids.set(listener, id);
      listeners.set(id, listener);
      return id;
    },
    press(id) {
      listeners.get(id)?.();
    },
  };
}

/** What the container will count: see `cardLimits.updateSize`. */
function weigh(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  if (Array.isArray(value)) return value.reduce<number>((sum, member) => sum + weigh(member), 8);
  return Object.entries(value).reduce((sum, [key, member]) => sum + key.length + weigh(member), 8);
}
