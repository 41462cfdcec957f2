import type { SingleMessage } from '../contract/messages.ts';
import type { Port } from './port.ts';

/**
 * Collects what one task says and posts it as one message in the following microtask: a hundred calls made together
 * cost one crossing instead of a hundred. A batch never grows beyond the size of a message.
 */
export function createOutbox(port: Port, largest: number) {
  let waiting: SingleMessage[] = [];
  let size = 0;
  let scheduled = false;

  const flush = (): void => {
    scheduled = false;
    post();
  };
  const post = (): void => {
    const [first] = waiting;
    if (first === undefined) return;
    const message = waiting.length === 1 ? first : { type: 'batch', messages: waiting };
    waiting = [];
    size = 0;
    port.post(message);
  };

  return {
    /** `bytes`: size of the content as `copyPlain` counted it. */
    add(message: SingleMessage, bytes: number): void {
      if (size + bytes > largest) post();
      waiting.push(message);
      size += bytes;
      if (scheduled) return;
      scheduled = true;
      queueMicrotask(flush);
    },
    /** Posts what is waiting now, for the last words before a port closes. */
    flush: post,
    clear(): void {
      waiting = [];
      size = 0;
    },
  };
}
