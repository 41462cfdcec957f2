import type { Speaker } from './loader-cases.ts';
import type { Errand } from './sender.ts';

/** The windows that may speak to a frame, each in its own name. */
export interface Speakers {
  say(by: Speaker, frame: HTMLIFrameElement, word: unknown, along: readonly Transferable[]): Promise<void>;
  close(): void;
}

type Post = (to: Window, word: unknown, along: readonly Transferable[]) => void;

export async function openSpeakers(senderUrl: string): Promise<Speakers> {
  const neighbour = document.createElement('iframe');
  const stranger = document.createElement('iframe');
  stranger.src = senderUrl;
  const ready = new Promise<void>((resolve) => {
    addEventListener('message', function hear({ source }: MessageEvent<unknown>) {
      if (source !== stranger.contentWindow) return;
      removeEventListener('message', hear);
      resolve();
    });
  });
  document.body.append(neighbour, stranger);
  await ready;
  const inNeighbour = neighbour.contentWindow as (Window & { readonly Function: FunctionConstructor }) | null;
  // A function of that window's own makes it the one that speaks.
  const asNeighbour = inNeighbour?.Function('to', 'word', 'along', 'to.postMessage(word, "*", along)') as Post;

  const asStranger = async (to: Window, word: unknown, along: readonly Transferable[]): Promise<void> => {
    const { port1, port2 } = new MessageChannel();
    const said = new Promise((resolve) => {
      port1.onmessage = resolve;
    });
    const frame = Array.from({ length: frames.length }, (_, at) => frames[at]).indexOf(to);
    const errand: Errand = { frame, word };
    stranger.contentWindow?.postMessage(errand, '*', [port2, ...along]);
    await said;
    port1.close();
  };
  return {
    async say(by, { contentWindow: to }, word, along) {
      if (to === null) return;
      if (by === 'container') to.postMessage(word, '*', [...along]);
      else if (by === 'neighbour') asNeighbour(to, word, along);
      else await asStranger(to, word, along);
    },
    close() {
      neighbour.remove();
      stranger.remove();
    },
  };
}
