import { assert } from 'chai';
import { createActivityLog } from '../services/activity-log.ts';
import { activityAudit } from './activity.ts';
import { appId, digest, sessionOf, signedIn } from './testing.ts';

const line = { at: 5, appId, releaseDigest: digest, method: 'device.location', outcome: 'ok', durationMs: 3 } as const;

describe('what an app did', () => {
  it('is written for the customer who is signed in', async () => {
    const log = createActivityLog(`test-${crypto.randomUUID()}`);
    const session = sessionOf(signedIn);
    await session.refresh();
    activityAudit(log, session)(line);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(await log.read(signedIn.userId, appId), [
      { appId, method: 'device.location', outcome: 'ok', at: 5, times: 1 },
    ]);
    assert.deepEqual(await log.read(undefined, appId), []);
  });

  it('is the customer’s also when it came before the registry had said who they are', async () => {
    const log = createActivityLog(`test-${crypto.randomUUID()}`);
    activityAudit(log, sessionOf(signedIn))(line);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.lengthOf(await log.read(signedIn.userId, appId), 1);
    assert.deepEqual(await log.read(undefined, appId), []);
  });

  it('does not get in the way when it cannot be written', async () => {
    const log = createActivityLog(`test-${crypto.randomUUID()}`);
    log.add = async () => {
      throw new DOMException('no storage', 'InvalidStateError');
    };
    activityAudit(log, sessionOf({ signedIn: false }))(line);
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
});
