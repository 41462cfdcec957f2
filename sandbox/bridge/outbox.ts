import type { ChunkMessage, SingleMessage } from '../contract/messages.ts';
import type { Port } from './port.ts';

/** For microtasks: a promise stays within the script engine, where `queueMicrotask` was seen to cost a call 1 µs more. */
const settled = Promise.resolve();

/**
 * Collects what one task says and posts it as one message: a hundred calls made together cost one crossing instead of
 * a hundred. What is said while an arriving message is being worked off leaves at its end, everything else in the
 * following microtask. A batch never grows beyond the size of a message.
 */
export function createOutbox(port: Port, largest: number) {
  let waiting: SingleMessage[] = [];
  let size = 0;
  let scheduled = false;
  let held = false;

  const post = (): void => {
    if (waiting.length === 0) return;
    size = 0;
    if (waiting.length === 1) {
      port.post(waiting.pop());
      return;
    }
    const messages = waiting;
    waiting = [];
    port.post({ type: 'batch', messages });
  };
  const flush = (): void => {
    scheduled = false;
    post();
  };

  return {
    /** `bytes`: size of the content as `copyPlain` counted it. */
    add(message: SingleMessage, bytes: number): void {
      if (size + bytes > largest) post();
      waiting.push(message);
      size += bytes;
      if (scheduled || held) return;
      scheduled = true;
      void settled.then(flush);
    },
    /** Posts a chunk by itself, and before it what was said before it. */
    addChunk(chunk: ChunkMessage): void {
      post();
      port.post(chunk, [chunk.bytes]);
    },
    /** Holds everything back until `release`; both in one task. */
    hold(): void {
      held = true;
    },
    /** Posts what is waiting now. */
    release(): void {
      held = false;
      post();
    },
    clear(): void {
      waiting = [];
      size = 0;
    },
  };
}
