import { assert } from 'chai';
import { createGrantStore } from '../services/grant-store.ts';
import { createPreferencesStore } from '../services/preferences-store.ts';
import { createPreferences } from '../state/preferences.ts';
import type { Sheets } from '../state/sheets.ts';
import { consentGate } from './consent.ts';
import { call, exampleApp, sessionOf, sheetsAnswering, signedIn } from './testing.ts';

function gate(answers: Partial<Sheets>, session = sessionOf(signedIn)) {
  const { app, done } = exampleApp();
  const preferences = createPreferences(createPreferencesStore(sessionStorage), document, matchMedia('print'));
  preferences.change({ locale: 'en' });
  const asked: string[] = [];
  const grants = createGrantStore(`test-${crypto.randomUUID()}`);
  const ask = consentGate(app, { grants, preferences, session, sheets: sheetsAnswering(answers, asked), now: () => 0 });
  return { ask: async () => ask('identity.login', call), done };
}

describe('consent', () => {
  it('is asked once, in the customer’s language, with the frame covered', async () => {
    const reasons: string[] = [];
    const { ask, done } = gate({
      consent: async ({ reason }) => {
        reasons.push(reason);
        return true;
      },
    });
    assert.isTrue(await ask());
    assert.isTrue(await ask());
    assert.deepEqual(reasons, ['To know you']);
    assert.deepEqual(done.slice(0, 2), ['cover', 'uncover']);
  });

  it('is not asked again right after a no', async () => {
    let times = 0;
    const { ask } = gate({
      consent: async () => {
        times += 1;
        return false;
      },
    });
    assert.isFalse(await ask());
    assert.isFalse(await ask());
    assert.equal(times, 1);
  });

  it('is not given by a customer who is not signed in, and they are not asked again right after a no', async () => {
    let times = 0;
    const signIn = async (): Promise<false> => {
      times += 1;
      return false;
    };
    const { ask, done } = gate({ signIn }, sessionOf({ signedIn: false }));
    assert.isFalse(await ask());
    assert.isFalse(await ask());
    assert.equal(times, 1);
    assert.deepEqual(done, ['cover', 'uncover'], 'the app stays on the screen');
  });
});
