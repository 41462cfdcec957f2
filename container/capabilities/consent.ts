/** Asks the customer before the first call of a capability that needs their word, and remembers the answer. */
import { textFor } from '../../sandbox/contract/manifest/index.ts';
import type { ConsentGate } from '../../sandbox/host/index.ts';
import { COOL_DOWN_MS, type GrantStore } from '../services/grant-store.ts';
import type { OpenApp } from '../state/open-app.ts';
import type { PreferencesState } from '../state/preferences.ts';
import type { SessionState } from '../state/session.ts';
import type { Sheets } from '../state/sheets.ts';

export function consentGate(
  app: OpenApp,
  parts: {
    grants: GrantStore;
    preferences: PreferencesState;
    session: SessionState;
    sheets: Sheets;
    now: () => number;
  },
): ConsentGate {
  const { grants, preferences, session, sheets, now } = parts;
  const { asker, release } = app;

  /** When somebody who is not signed in last chose to stay so. */
  let stayedOutAt = Number.NEGATIVE_INFINITY;

  return async (capability, { appId, method }) => {
    // Before the frame is covered, so that an app which keeps asking can trap nobody between sheets.
    if (now() - stayedOutAt < COOL_DOWN_MS) return false;
    const uncover = app.cover();
    try {
      const current = await session.refresh();
      if (!current.signedIn) {
        // Answers only where they stay: otherwise the page is left.
        const stayed = await sheets.signIn({ asker, pending: { appId, path: app.launch.path, method } });
        stayedOutAt = now();
        return stayed;
      }
      const grant = { userId: current.userId, appId, capability };
      const answer = await grants.answer(grant, now());
      if (answer !== 'unasked') return answer === 'granted';
      const declared = release.manifest.capabilities.find(({ name }) => name === capability);
      const reason = declared ? textFor(declared.reason, preferences.value.locale, release.manifest.lang) : '';
      const granted = await sheets.consent({ asker, capability, reason });
      await grants.keep(grant, granted, now());
      return granted;
    } finally {
      uncover();
    }
  };
}
