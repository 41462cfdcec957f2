import type { GuestWord } from '../drive.ts';

export const tellHost = (word: GuestWord): void => parent.postMessage(word, '*');

/** Says that the guest is on the screen, and runs `next` a while later. */
export function tellPainted(next: () => void = () => undefined): void {
  requestAnimationFrame(() => {
    setTimeout(() => {
      tellHost({ bench: 'painted' });
      setTimeout(next, NEXT_AFTER_MS);
    });
  });
}

/** Time for the host to begin to measure. */
const NEXT_AFTER_MS = 500;
