/** From one place of the container to an open app, and out of one. */
import type { LiveApp, LiveApps } from '../state/live-apps.ts';
import type { Navigation } from '../state/navigation.ts';

interface Parts {
  readonly liveApps: LiveApps;
  readonly navigation: Navigation;
}

export function goToApp({ navigation }: Parts, { address }: LiveApp): void {
  if (navigation.value.screen === 'player') navigation.switchTo(address);
  else navigation.go(address);
}

/** The one on the screen leads back to where the customer came from. */
export function closeApp({ liveApps, navigation }: Parts, { key }: LiveApp): void {
  const wasInFront = liveApps.value.front === key;
  liveApps.close(key);
  if (wasInFront) navigation.back();
}
