/** Wipes what apps of isolation level `origin` left on the device, as soon as it is nobody's any more. */
import { clearOrigin } from '../../sandbox/host/clear-origin.ts';
import { isForeign, type OriginApps } from '../services/origin-apps.ts';
import type { SessionState } from '../state/session.ts';
import type { TrustState } from '../state/trust.ts';

interface Parts {
  readonly apps: OriginApps;
  readonly session: SessionState;
  readonly trust: Pick<TrustState, 'subscribe' | 'resolve' | 'hasRevoked'>;
  readonly page: HTMLElement;
}

/** An open app is ended by the same news; it gets this long to be gone, in ms. */
const ENDING_MS = 500;

/** What cannot be wiped now (no network) stays noted: the player tries again before it opens the app, and does not open it otherwise. */
export function keepOriginDataApart({ apps, session, trust, page }: Parts): void {
  let work: Promise<unknown> = Promise.resolve();
  const wipe = (mustGo: () => Promise<readonly (readonly [Parameters<OriginApps['forget']>[0], string])[]>): void => {
    work = work
      .then(() => new Promise((resolve) => setTimeout(resolve, ENDING_MS)))
      .then(async () => {
        for (const [appId, clearUrl] of await mustGo()) {
          await clearOrigin(page, clearUrl);
          apps.forget(appId);
        }
      })
      .catch((error: unknown) => console.warn('portico: an app’s data could not be wiped', error));
  };

  session.subscribe((view) => {
    if (!view.known) return;
    const customer = view.signedIn ? view.userId : '';
    if (![...apps.all().values()].some((app) => isForeign(app, customer))) return;
    wipe(async () =>
      [...apps.all()].filter(([, app]) => isForeign(app, customer)).map(([appId, { clearUrl }]) => [appId, clearUrl]),
    );
  });
  trust.subscribe(() => {
    if (apps.all().size === 0) return;
    wipe(async () => {
      const gone: [Parameters<OriginApps['forget']>[0], string][] = [];
      for (const [appId, { clearUrl, releases }] of apps.all()) {
        const { status } = await trust.resolve(appId);
        // A release that took the revoked one's place would find what that one left.
        const isDistrusted = status === 'unknown' || (await trust.hasRevoked(appId, releases));
        if (isDistrusted) gone.push([appId, clearUrl]);
      }
      return gone;
    });
  });
}
