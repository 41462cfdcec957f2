import { assert } from 'chai';
import type { NativeDevice } from '../services/native-shell/index.ts';
import type { RegistryClient, Session } from '../services/registry/index.ts';
import type { Freshness } from '../services/tuf/index.ts';
import type { Sheets } from '../state/sheets.ts';
import { createTrust } from '../state/trust.ts';
import { identityCapability } from './identity.ts';
import { appId, asking, call, codeOf, deviceDoing, digest, exampleApp, sessionOf, signedIn } from './testing.ts';
import { trustBeing } from './testing-trust.ts';

function world({
  freshness = 'fresh' as Freshness,
  session = signedIn as Session,
  sheets = {} as Partial<Sheets>,
  device = {} as Partial<NativeDevice>,
} = {}) {
  const asked: unknown[] = [];
  const registry = {
    identity: {
      loginCode: async (...args: unknown[]) => {
        asked.push(args.slice(0, 2));
        return { code: 'c'.repeat(32), expiresAt: new Date('2026-01-01T00:01:00Z') };
      },
      profile: async (...args: unknown[]) => {
        asked.push(args.slice(0, 2));
        return { phone: '13800000001', realnameVerified: undefined, token: 'a.b.c' };
      },
    },
  } as unknown as RegistryClient;
  const { app, done } = exampleApp();
  const signIn = async (): Promise<false> => {
    done.push('sign-in');
    return false;
  };
  const handlers = identityCapability(app, {
    registry,
    trust: createTrust(
      async () => trustBeing(freshness),
      () => new Date(0),
    ),
    session: typeof session === 'function' ? session : sessionOf(session),
    sheets: { signIn, ...asking(() => undefined), ...sheets },
    nativeShell: deviceDoing(done, device),
  });
  return { handlers, asked, done };
}
const level = (need: number, options: Parameters<typeof world>[0] = {}) => {
  const { handlers, done } = world(options);
  return { outcome: Promise.resolve(handlers['identity.requireLevel']({ level: need }, call)), done };
};

describe('identity.login', () => {
  it('asks for a code for the app and release that the port belongs to', async () => {
    const { handlers, asked } = world();
    assert.deepEqual(await handlers['identity.login']({}, call), {
      code: 'c'.repeat(32),
      expiresAt: '2026-01-01T00:01:00.000Z',
    });
    assert.deepEqual(asked, [[appId, digest]]);
  });

  it('is refused while the metadata is not fresh, as everything about who they are', async () => {
    for (const freshness of ['usable', 'expired', 'none'] as const) {
      const { handlers, asked } = world({ freshness });
      const calls = [
        handlers['identity.login']({}, call),
        handlers['identity.profile']({ scopes: ['phone'] }, call),
        handlers['identity.requireLevel']({ level: 1 }, call),
      ];
      for (const one of calls) assert.equal(await codeOf(Promise.resolve(one)), 'ERR_CONTAINER_OFFLINE', freshness);
      assert.deepEqual(asked, []);
    }
  });
});

describe('identity.profile', () => {
  it('hands on what the registry tells, and leaves out what it does not', async () => {
    const { handlers, asked } = world();
    const profile = await handlers['identity.profile']({ scopes: ['phone'] }, call);
    assert.deepEqual(profile, { phone: '13800000001', token: 'a.b.c' });
    assert.deepEqual(asked, [[appId, ['phone']]]);
  });
});

describe('identity.requireLevel', () => {
  it('is content with a level that is high enough, and asks nothing', async () => {
    const { outcome, done } = level(3);
    assert.deepEqual(await outcome, { level: 3 });
    assert.deepEqual(done, []);
  });

  it('sends somebody who is not signed in to the sign-in', async () => {
    const { outcome, done } = level(1, { session: { signedIn: false } });
    assert.equal(await codeOf(outcome), 'ERR_CAPABILITY_LEVEL');
    assert.deepEqual(done, ['cover', 'sign-in', 'uncover']);
  });

  it('says honestly where this device cannot begin the bank’s process', async () => {
    const questions: unknown[] = [];
    const sheets = asking((sheet, question) => {
      questions.push([sheet, question]);
      return undefined;
    });
    const { outcome, done } = level(5, { sheets });
    const error = await outcome.catch((fault: { code: string; data: unknown }) => fault);
    assert.deepInclude(error, { code: 'ERR_CAPABILITY_LEVEL', data: { level: 3 } });
    assert.equal(questions.length, 1);
    assert.deepInclude((questions[0] as [string, object])[1], { have: 3, need: 5, canStepUp: false });
    assert.deepEqual(done, ['cover', 'uncover']);
  });

  it('walks them through the native app’s process, and believes only the registry about what came of it', async () => {
    for (const [reached, expected] of [
      [5, { level: 5 }],
      [4, 'ERR_CAPABILITY_LEVEL'],
    ] as const) {
      let now: Session = signedIn;
      const session = sessionOf(signedIn);
      session.refresh = async () => now;
      const steps: number[] = [];
      const { app, done } = exampleApp();
      const handlers = identityCapability(app, {
        registry: {} as RegistryClient,
        trust: createTrust(
          async () => trustBeing('fresh'),
          () => new Date(0),
        ),
        session,
        sheets: { signIn: async () => false, ...asking(() => true) },
        nativeShell: deviceDoing(done, {
          features: new Set(['step-up']),
          async stepUp(need) {
            steps.push(need);
            now = { ...signedIn, level: reached };
          },
        }),
      });
      const outcome = Promise.resolve(handlers['identity.requireLevel']({ level: 5 }, call));
      assert.deepEqual(await outcome.catch((error: { code: string }) => error.code), expected);
      assert.deepEqual(steps, [5]);
    }
  });
});
