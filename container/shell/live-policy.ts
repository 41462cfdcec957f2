/** What befalls open apps from outside: another customer, a page out of sight, a device short of memory. */
import { signedInAs } from '../state/session.ts';
import type { Services } from './services.ts';

export function policeLiveApps(
  { liveApps, session, nativeShell }: Pick<Services, 'liveApps' | 'session' | 'nativeShell'>,
  page: Document,
): void {
  const identify = (): void => {
    if (session.value.known) liveApps.belongTo(signedInAs(session.value)?.userId ?? '');
  };
  session.subscribe(identify);
  identify();
  page.addEventListener('visibilitychange', () => liveApps.pageHidden(page.visibilityState === 'hidden'));
  let watching = false;
  // The device's features come with the first app, as they do for the app itself.
  liveApps.subscribe(({ apps }) => {
    if (watching || apps.length < 2) return;
    watching = true;
    nativeShell.device().then(
      (device) => {
        // Apps hear of a shortage themselves. When it is critical, the next to end would be the whole page.
        if (device.features.has('memory'))
          device.watchMemory((level) => level === 'critical' && liveApps.closeHidden());
      },
      (error: unknown) => console.warn('portico: the device’s features are not there', error),
    );
  });
}
