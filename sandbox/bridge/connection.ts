/**
 * One end of a conversation over a Port: what both sides do alike. It counts, reads and sorts what arrives and batches
 * what leaves; what a call or an answer means is for the caller and the responder on top of it.
 */
import type { ErrorCode } from '../contract/errors/index.ts';
import type { ChunkMessage, SingleMessage } from '../contract/messages.ts';
import type { Quotas } from '../contract/quotas.ts';
import { CallError } from './call-error.ts';
import { createOutbox } from './outbox.ts';
import { type Budget, copyPlain } from './plain-copy.ts';
import type { Delivery, Port } from './port.ts';
import { type Envelope, readMessage, unbatch } from './read-message.ts';

export type Received<T extends Envelope['type']> = Extract<Envelope, { type: T }>;

/** What to do with each type of message; a type without an entry is refused and ends the connection. */
export type Listeners = {
  readonly [T in Exclude<Envelope['type'], 'ping'>]?: (
    message: Received<T>,
    budget: Budget,
    delivery: Delivery,
  ) => void;
};

export interface ConnectionOptions {
  readonly port: Port;
  readonly quotas: Quotas;
  readonly listeners: Listeners;
  /** False when this many messages are more than the other side may send. Absent where the other side is trusted. */
  readonly admit?: (messages: number) => boolean;
  /** Called once when the connection ends for any reason but our own `close`. */
  readonly onEnd: (code: ErrorCode) => void;
}

export interface Connection {
  /** `content`, when given, is copied and measured; it is what the message carries. */
  send(message: SingleMessage, size?: number): void;
  /** At once, after all that was sent before. */
  sendChunk(chunk: ChunkMessage): void;
  /** Ends the connection: waiting messages go out first, later ones are dropped. */
  close(): void;
  /** A fresh allowance for one outgoing message. */
  budget(): Budget;
}

export function openConnection({ port, quotas, listeners, admit, onEnd }: ConnectionOptions): Connection {
  const outbox = createOutbox(port, quotas.messageSize);
  let open = true;

  const shut = (): void => {
    open = false;
    port.close();
  };
  const end = (code: ErrorCode): void => {
    if (!open) return;
    outbox.clear();
    shut();
    onEnd(code);
  };
  const budget = (): Budget => ({ left: quotas.messageSize, depth: quotas.messageDepth });

  const dispatch = (message: Envelope, allowance: Budget, delivery: Delivery): void => {
    if (message.type === 'ping') {
      outbox.add({ type: 'pong' }, 0);
      return;
    }
    const listener = listeners[message.type] as ((...heard: [Envelope, Budget, Delivery]) => void) | undefined;
    if (listener === undefined) throw new CallError('ERR_BRIDGE_BAD_MESSAGE');
    listener(message, allowance, delivery);
  };

  const receiveOne = (data: unknown, allowance: Budget, delivery: Delivery, isBatched: boolean): void => {
    try {
      const message = readMessage(data);
      if (isBatched && message.type === 'chunk') throw new CallError('ERR_BRIDGE_BAD_MESSAGE');
      dispatch(message, allowance, delivery);
    } catch (error) {
      end(reasonFor(error));
      // A fault of our own is not the other side's to hide.
      if (!(error instanceof CallError)) throw error;
    }
  };

  port.listen({
    receive(data, delivery) {
      if (!open) return;
      const messages = unbatch(data);
      if (admit !== undefined) {
        // The rate comes first: it needs no more than the number of messages.
        if (!admit(messages === undefined ? 1 : messages.length)) {
          end('ERR_BRIDGE_RATE');
          return;
        }
        if (delivery.ports.length > 0) end('ERR_BRIDGE_BAD_MESSAGE');
      }
      if (messages?.length === 0) end('ERR_BRIDGE_BAD_MESSAGE');
      if (!open) return;
      const allowance = budget();
      outbox.hold();
      if (messages === undefined) receiveOne(data, allowance, delivery, false);
      else for (const message of messages) if (open) receiveOne(message, allowance, delivery, true);
      outbox.release();
    },
    unreadable: () => end('ERR_BRIDGE_BAD_MESSAGE'),
    closed: () => end('ERR_BRIDGE_CLOSED'),
  });

  return {
    budget,
    send(message, size = 0) {
      if (open) outbox.add(message, size);
    },
    sendChunk(chunk) {
      if (open) outbox.addChunk(chunk);
    },
    close() {
      if (!open) return;
      outbox.release();
      shut();
    },
  };
}

function reasonFor(error: unknown): ErrorCode {
  if (!(error instanceof CallError)) return 'ERR_BRIDGE_INTERNAL';
  return error.code === 'ERR_BRIDGE_TOO_LARGE' ? error.code : 'ERR_BRIDGE_BAD_MESSAGE';
}

/** Copies `value` and tells what it weighs. */
export function weigh(value: unknown, budget: Budget): { value: ReturnType<typeof copyPlain>; size: number } {
  const before = budget.left;
  const copy = copyPlain(value, budget);
  return { value: copy, size: before - budget.left };
}
