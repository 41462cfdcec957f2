/** `app.*`: what an app may know of itself, say of its own page, and have the container's bar do. */
import type { CapabilityHandlers } from '../../sandbox/host/index.ts';
import { partnerWords } from '../services/partner-words.ts';
import type { OpenApp } from '../state/open-app.ts';
import type { PreferencesState } from '../state/preferences.ts';

type AppHandlers = Pick<
  CapabilityHandlers,
  'app.info' | 'app.launchOptions' | 'app.close' | 'app.confirmClose' | 'app.setTitle' | 'app.setBar'
>;

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
    'app.confirmClose': ({ text }) => {
      app.setLeaveQuestion(text === null ? undefined : partnerWords(text));
      return null;
    },
    'app.setTitle': ({ title }) => {
      app.setTitle(partnerWords(title));
      return null;
    },
    'app.setBar': ({ color }) => {
      app.setBar(color ?? undefined);
      return null;
    },
  };
}
