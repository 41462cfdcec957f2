import { assert } from 'chai';
import type { AppId, ReleaseDigest } from '../../../sandbox/contract/index.ts';
import { exampleRelease, type ReleaseManifest } from '../../../sandbox/contract/manifest/index.ts';
import type { Session } from '../../services/registry/index.ts';
import type { AppResolution } from '../../services/tuf/index.ts';
import { approve, approveAtOnce } from './prepare.ts';

const appId = 'com.example.tea' as AppId;
const at = new Date(0);
const ready = (changes: Partial<ReleaseManifest> = {}): AppResolution => ({
  status: 'ready',
  release: {
    appId,
    digest: 'd'.repeat(64) as ReleaseDigest,
    manifest: exampleRelease(changes),
    partnerId: 'tea',
    partnerName: '示例茶馆有限公司',
  },
});

async function outcome(
  resolution: AppResolution,
  session: Session = { signedIn: false },
  known?: Session,
): Promise<unknown> {
  const approval = await approve(appId, {
    trust: { resolve: async () => resolution, known: () => undefined, refresh: async () => undefined },
    session: async () => session,
    knownSession: () => known,
    location: { protocol: 'http:', host: 'bank.portico.localhost:8080' },
  });
  return 'fault' in approval ? approval.fault : new URL(approval.frameUrl).pathname;
}

describe('whether an app may be opened', () => {
  it('is yes for an approved release, in the frame of exactly that release', async () => {
    assert.equal(await outcome(ready()), `/.portico/${'d'.repeat(64)}/frame.html`);
  });

  it('is no for a revoked one, with the bank’s reason', async () => {
    assert.deepEqual(await outcome({ status: 'revoked', reason: 'r', at }), { kind: 'revoked', reason: 'r' });
  });

  it('is no for an unknown one, and for one that cannot be judged without the network', async () => {
    assert.deepEqual(await outcome({ status: 'unknown' }), { kind: 'unknown-app' });
    const away: AppResolution = { status: 'needs-network', code: 'ERR_TRUST_UNREACHABLE' };
    assert.deepEqual(await outcome(away), { kind: 'needs-network' });
  });

  it('is asked again of the newest metadata for an app that is not in those of before', async () => {
    let resolution: AppResolution = { status: 'unknown' };
    const approval = await approve(appId, {
      trust: {
        resolve: async () => resolution,
        known: () => undefined,
        refresh: async () => {
          resolution = ready();
        },
      },
      session: async () => ({ signedIn: false }),
      knownSession: () => undefined,
      location: { protocol: 'http:', host: 'bank.portico.localhost:8080' },
    });
    assert.notProperty(approval, 'fault');
  });

  it('is no when the metadata lies, and that is not called a lack of network', async () => {
    const lie: AppResolution = { status: 'needs-network', code: 'ERR_TRUST_SIGNATURE' };
    assert.deepEqual(await outcome(lie), { kind: 'not-genuine', code: 'ERR_TRUST_SIGNATURE' });
  });

  it('waits for a sign-in, and for a level that is high enough', async () => {
    const customer = {
      signedIn: true,
      userId: 'u',
      phone: undefined,
      level: 1,
      authenticatedAt: at,
      passkeys: 0,
    } as Session;
    assert.deepEqual(await outcome(ready({ level: 1 })), { kind: 'sign-in' });
    assert.deepEqual(await outcome(ready({ level: 2 }), customer), { kind: 'level', level: 2 });
    assert.isString(await outcome(ready({ level: 1 }), customer));
  });

  it('does not wait for the registry for a customer who is known, and asks it for one who was not let in', async () => {
    const never = { signedIn: true, level: 0 } as Session;
    assert.isString(await outcome(ready({ level: 1 }), never, { signedIn: true, level: 1 } as Session));
    assert.isString(await outcome(ready({ level: 1 }), { signedIn: true, level: 1 } as Session, { signedIn: false }));
  });
});

describe('whether an app may be opened without waiting', () => {
  const location = { protocol: 'http:', host: 'bank.portico.localhost:8080' };
  const atOnce = (resolution: AppResolution | undefined, known?: Session) =>
    approveAtOnce(appId, {
      trust: { known: () => resolution },
      knownSession: () => known,
      location,
    });

  it('is yes only for what is known to be approved, by somebody known, at an address worked out before', async () => {
    assert.isUndefined(atOnce(undefined));
    await outcome(ready());
    const approval = atOnce(ready({ level: 0 }));
    assert.ok(approval && 'frameUrl' in approval && !approval.presumed);
    const presumed = atOnce(ready({ level: 1 }), { signedIn: true, level: 1 } as Session);
    assert.ok(presumed && 'frameUrl' in presumed && presumed.presumed);
  });

  it('is left to the questions for everybody and everything else', async () => {
    await outcome(ready());
    assert.isUndefined(atOnce(ready({ level: 1 })));
    assert.isUndefined(atOnce(ready({ level: 2 }), { signedIn: true, level: 1 } as Session));
    assert.isUndefined(atOnce({ status: 'revoked', reason: 'r', at }));
  });
});
