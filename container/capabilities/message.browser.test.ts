import { assert } from 'chai';
import type { GrantScope } from '../../sandbox/contract/index.ts';
import { createGrantStore } from '../services/grant-store.ts';
import { createPreferencesStore } from '../services/preferences-store.ts';
import type { RegistryClient, Session } from '../services/registry/index.ts';
import { createGrants } from '../state/grants.ts';
import { createPreferences } from '../state/preferences.ts';
import type { ConsentQuestion } from '../state/sheets.ts';
import { messageCapability } from './message.ts';
import { call, codeOf, exampleApp, sessionOf, sheetsAnswering, signedIn } from './testing.ts';

function world(agree: (scopes: readonly GrantScope[]) => readonly GrantScope[], session: Session = signedIn) {
  const { app, done } = exampleApp();
  const seen: ConsentQuestion[] = [];
  const registry = { identity: { grants: async () => [], grant: async () => undefined } } as unknown as RegistryClient;
  const preferences = createPreferences(createPreferencesStore(sessionStorage), document, matchMedia('print'));
  preferences.change({ locale: 'en' });
  const sheets = sheetsAnswering(
    {
      consent: async (question) => {
        seen.push(question);
        return agree(question.scopes);
      },
      signIn: async () => false,
    },
    [],
  );
  const grants = createGrants(createGrantStore(`test-${crypto.randomUUID()}`), registry, () => 0);
  const handlers = messageCapability(app, { grants, preferences, session: sessionOf(session), sheets, now: () => 0 });
  const subscribe = async (...templateIds: string[]) => handlers['message.subscribe']({ templateIds }, call);
  return { subscribe, seen, done };
}

describe('message.subscribe', () => {
  it('asks for each kind once, in the manifest’s words, and remembers yes and no', async () => {
    const { subscribe, seen } = world((scopes) => scopes.filter((scope) => scope === 'message.tea-ready'));
    const told = { results: { 'tea-ready': 'accepted', refunded: 'refused' } } as const;
    assert.deepEqual(await subscribe('tea-ready', 'refunded'), told);
    assert.deepEqual(await subscribe('tea-ready', 'refunded'), told);
    assert.equal(seen.length, 1);
    assert.deepEqual(seen[0]?.messages, {
      'message.tea-ready': 'Tea is ready',
      'message.refunded': 'Refund arrived',
    });
    assert.equal(seen[0]?.reason, 'To tell you that tea is ready');
  });

  it('asks only for what was not asked before', async () => {
    const { subscribe, seen } = world((scopes) => scopes);
    await subscribe('tea-ready');
    assert.deepEqual(await subscribe('tea-ready', 'refunded'), {
      results: { 'tea-ready': 'accepted', refunded: 'accepted' },
    });
    assert.deepEqual(
      seen.map(({ scopes }) => scopes),
      [['message.tea-ready'], ['message.refunded']],
    );
  });

  it('asks for nothing that the manifest does not name', async () => {
    const { subscribe, seen } = world((scopes) => scopes);
    assert.equal(await codeOf(subscribe('tea-ready', 'jackpot')), 'ERR_CAPABILITY_NO_TEMPLATE');
    assert.deepEqual(seen, []);
  });

  it('sends somebody who is not signed in to the sign-in', async () => {
    const { subscribe, done } = world((scopes) => scopes, { signedIn: false });
    assert.equal(await codeOf(subscribe('tea-ready')), 'ERR_BRIDGE_NOT_GRANTED');
    assert.deepEqual(done, ['cover', 'uncover']);
  });
});
