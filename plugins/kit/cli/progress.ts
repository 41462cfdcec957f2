import type { Streams } from './command.ts';

/** Below this a person has not begun to wonder. */
const PATIENCE_MS = 1000;

/** Says what is going on once it takes longer than a second, and that it is done. */
export async function withProgress<T>(what: string, { say }: Pick<Streams, 'say'>, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  let told = false;
  const timer = setTimeout(() => {
    told = true;
    say(`${what} …`);
  }, PATIENCE_MS);
  try {
    const result = await work();
    if (told) say(`${what}: done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return result;
  } finally {
    clearTimeout(timer);
  }
}
