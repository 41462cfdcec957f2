/** `app.*`: what an app may know of itself and say of its own page. */
import type { CapabilityHandlers } from '../../sandbox/host/index.ts';
import { partnerWords } from '../services/partner-words.ts';
import type { OpenApp } from '../state/open-app.ts';
import type { PreferencesState } from '../state/preferences.ts';

type AppHandlers = Pick<CapabilityHandlers, 'app.info' | 'app.launchOptions' | 'app.close' | 'app.setTitle'>;

export function appCapability(app: OpenApp, preferences: PreferencesState): AppHandlers {
  return {
    'app.info': () => ({
      appId: app.release.appId,
      name: app.asker.name,
      version: app.release.manifest.version,
      locale: preferences.value.locale,
      theme: preferences.theme,
    }),
    'app.launchOptions': () => ({ ...app.launch, query: { ...app.launch.query } }),
    'app.close': () => {
      app.leave();
      return null;
    },
    'app.setTitle': ({ title }) => {
      app.setTitle(partnerWords(title));
      return null;
    },
  };
}
