/** The hosts of apps that the browser has met since this page was loaded: a frame of theirs opens sooner. */
import { meetFramePage } from '../../../sandbox/host/index.ts';
import { frameAddress } from '../../services/app-address.ts';
import type { VerifiedRelease } from '../../services/tuf/index.ts';

export type Meet = (release: VerifiedRelease, signal: AbortSignal) => Promise<void>;

export function createMeet({
  location,
  waitingRoom,
}: {
  readonly location: Pick<Location, 'protocol' | 'host'>;
  readonly waitingRoom: HTMLElement;
}): Meet {
  const met = new Set<string>();
  return async ({ appId, digest, manifest: { isolation } }, signal) => {
    const frameUrl = await frameAddress(location, { appId, isolation, digest });
    if (met.has(frameUrl) || signal.aborted) return;
    met.add(frameUrl);
    const mount = document.createElement('div');
    mount.hidden = true;
    mount.inert = true;
    waitingRoom.append(mount);
    await meetFramePage({ mount, frameUrl, signal });
    mount.remove();
    if (signal.aborted) met.delete(frameUrl);
  };
}
