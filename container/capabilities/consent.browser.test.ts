import { assert } from 'chai';
import type { GrantScope, JsonValue, UserId } from '../../sandbox/contract/index.ts';
import { createGrantStore } from '../services/grant-store.ts';
import { createPreferencesStore } from '../services/preferences-store.ts';
import type { RegistryClient } from '../services/registry/index.ts';
import { createGrants } from '../state/grants.ts';
import { createPreferences } from '../state/preferences.ts';
import type { ConsentQuestion, Sheets } from '../state/sheets.ts';
import { consentGate } from './consent.ts';
import { call, exampleApp, sessionOf, sheetsAnswering, signedIn } from './testing.ts';

function gate(
  answers: Partial<Sheets>,
  session = sessionOf(signedIn),
  { now = () => 0, name = crypto.randomUUID() }: { now?: () => number; name?: string } = {},
) {
  const { app, done } = exampleApp();
  const preferences = createPreferences(createPreferencesStore(sessionStorage), document, matchMedia('print'));
  preferences.change({ locale: 'en' });
  const given: [GrantScope[], string[]][] = [];
  const identity = {
    grants: async () =>
      given.flatMap(([scopes, declared]) =>
        scopes.map((scope) => ({ appId: app.release.appId, scope, declared, grantedAt: new Date(0) })),
      ),
    grant: async (_app: string, scopes: readonly GrantScope[], declared: readonly string[]) => {
      given.push([[...scopes], [...declared]]);
    },
  };
  const grants = createGrants(createGrantStore(`test-${name}`), { identity } as unknown as RegistryClient, now);
  const ask = consentGate(app, { grants, preferences, session, sheets: sheetsAnswering(answers, []), now });
  const login = async () => ask('identity.login', call, {});
  const locate = async (args: JsonValue = {}) => ask('device.location', call, args);
  return { app, ask, login, locate, done, given, grants };
}
const agreeing = (seen: ConsentQuestion[] = []): Partial<Sheets> => ({
  consent: async (question) => {
    seen.push(question);
    return question.scopes;
  },
});

describe('consent', () => {
  it('is asked once, in the customer’s language, with the frame covered, and told to the registry', async () => {
    const seen: ConsentQuestion[] = [];
    const { login, done, given } = gate(agreeing(seen));
    assert.isTrue(await login());
    assert.isTrue(await login());
    assert.deepEqual(
      seen.map(({ reason, scopes, widened }) => ({ reason, scopes, widened })),
      [{ reason: 'To know you', scopes: ['base'], widened: false }],
    );
    assert.deepEqual(done, ['cover', 'uncover']);
    assert.deepEqual(given, [[['base'], ['device.location', 'identity.login', 'message']]]);
  });

  it('is not asked again right after a no, and again after a while', async () => {
    let times = 0;
    let now = 0;
    const refusing: Partial<Sheets> = {
      consent: async () => {
        times += 1;
        return [];
      },
    };
    const { login } = gate(refusing, sessionOf(signedIn), { now: () => now });
    assert.isFalse(await login());
    assert.isFalse(await login());
    assert.equal(times, 1);
    now = 60_000;
    assert.isFalse(await login());
    assert.equal(times, 2);
    now = 120_000;
    assert.isFalse(await login());
    assert.equal(times, 2, 'the second no counts for longer');
  });

  it('is one sheet for calls that wait for the same answer', async () => {
    const seen: ConsentQuestion[] = [];
    const { login } = gate(agreeing(seen));
    assert.deepEqual(await Promise.all([login(), login(), login()]), [true, true, true]);
    assert.equal(seen.length, 1);
  });

  it('is asked again, and says why, when a release asks for more than the one agreed to', async () => {
    const seen: ConsentQuestion[] = [];
    const { app, login, grants } = gate(agreeing(seen));
    const of = { userId: signedIn.userId as UserId, appId: app.release.appId };
    await grants.give(of, ['base'], ['identity.login']);
    assert.isTrue(await login());
    assert.deepEqual(
      seen.map(({ widened }) => widened),
      [true],
    );
    assert.isTrue(await login());
    assert.equal(seen.length, 1);
  });

  it('to a rough place is none to a precise one', async () => {
    const seen: ConsentQuestion[] = [];
    const { locate } = gate(agreeing(seen));
    assert.isTrue(await locate());
    assert.isTrue(await locate({ precise: true }));
    assert.isTrue(await locate({ precise: true }));
    assert.deepEqual(
      seen.map(({ scopes }) => scopes),
      [['device.location'], ['device.location.precise']],
    );
  });

  it('of somebody who is not signed in lasts for the visit, and reaches no registry', async () => {
    const seen: ConsentQuestion[] = [];
    const signedOut = sessionOf({ signedIn: false });
    await signedOut.refresh();
    const first = gate(agreeing(seen), signedOut, { name: 'visitor' });
    assert.isTrue(await first.locate());
    assert.isTrue(await first.locate());
    assert.isTrue(await gate(agreeing(seen), signedOut, { name: 'visitor' }).locate());
    assert.equal(seen.length, 2);
    assert.deepEqual(first.given, []);
  });

  it('of somebody who is not signed in is not asked again in a visit after a no', async () => {
    let times = 0;
    const refusing: Partial<Sheets> = {
      consent: async () => {
        times += 1;
        return [];
      },
    };
    const signedOut = sessionOf({ signedIn: false });
    await signedOut.refresh();
    const { locate } = gate(refusing, signedOut);
    assert.isFalse(await locate());
    assert.isFalse(await locate());
    assert.equal(times, 1);
  });

  it('to who they are is not given by a customer who is not signed in, and they are not asked again right after a no', async () => {
    let times = 0;
    const signIn = async (): Promise<false> => {
      times += 1;
      return false;
    };
    const { login, done } = gate({ signIn }, sessionOf({ signedIn: false }));
    assert.isFalse(await login());
    assert.isFalse(await login());
    assert.equal(times, 1);
    assert.deepEqual(done, ['cover', 'uncover'], 'the app stays on the screen');
  });

  it('is no refusal when the app gave up before the customer answered', async () => {
    const leaving = new AbortController();
    const { ask, grants, app } = gate({
      consent: async () => {
        leaving.abort();
        return [];
      },
    });
    const gone = { ...call, signal: leaving.signal };
    const outcome = await Promise.resolve(ask('identity.login', gone, {})).catch(
      (error: { code: string }) => error.code,
    );
    assert.equal(outcome, 'ERR_BRIDGE_ABORTED');
    const of = { userId: signedIn.userId as UserId, appId: app.release.appId };
    assert.equal(await grants.answer(of, 'base', []), 'unasked');
  });

  it('is not even asked for without the tap that the method needs', async () => {
    const seen: ConsentQuestion[] = [];
    const { ask } = gate(agreeing(seen));
    const untapped = { ...call, method: 'device.location', gesture: false } as const;
    const outcome = await Promise.resolve(ask('device.location', untapped, {})).catch(
      (error: { code: string }) => error.code,
    );
    assert.equal(outcome, 'ERR_BRIDGE_NEEDS_GESTURE');
    assert.deepEqual(seen, []);
  });

  it('is never given for a capability that nobody has thought about', async () => {
    const { ask } = gate({});
    assert.isFalse(await ask('payment', call, {}));
  });
});
