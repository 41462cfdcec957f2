/** Takes the frame off the screen while `run` shows a sheet of the container's, whatever comes of it. */
import type { OpenApp } from '../state/open-app.ts';

export async function covering<T>(app: OpenApp, run: () => Promise<T>): Promise<T> {
  const uncover = app.cover();
  try {
    return await run();
  } finally {
    uncover();
  }
}
