import { tellHost, tellPainted } from './painted.ts';

const EVERY_MS = 20;

/**
 * Makes one round trip after the other and tells the host how late each answer was, counted from the moment at which the
 * question was due: a guest that cannot even ask is not answered either.
 */
export function pingOn(roundTrip: () => Promise<unknown>): void {
  const askAt = (due: number): void => {
    setTimeout(async () => {
      await roundTrip();
      const now = performance.now();
      tellHost({ bench: 'pinged', took: now - due });
      askAt(now + EVERY_MS);
    }, EVERY_MS);
  };
  tellPainted(() => askAt(performance.now() + EVERY_MS));
}
