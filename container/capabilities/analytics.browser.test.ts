import { assert } from 'chai';
import { PorticoError } from '../../sandbox/contract/index.ts';
import { BATCH } from '../services/analytics.ts';
import type { RegistryClient } from '../services/registry/index.ts';
import type { UseEvent } from '../services/registry/operations.ts';
import { analyticsCapability } from './analytics.ts';
import { appId, call, digest, exampleApp } from './testing.ts';

function world({ offline = false } = {}) {
  const { app, done } = exampleApp();
  const leaving = new AbortController();
  const sent: [string, string, readonly UseEvent[]][] = [];
  const page = new EventTarget() as Document;
  const operations = {
    async send(app: string, release: string, events: readonly UseEvent[]) {
      if (offline) throw new PorticoError('ERR_CONTAINER_OFFLINE');
      sent.push([app, release, events]);
    },
  };
  const handlers = analyticsCapability(
    { ...app, ended: leaving.signal },
    { registry: { operations } as unknown as RegistryClient, now: () => 7, page },
  );
  return { handlers, sent, done, page, leave: () => leaving.abort() };
}
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('analytics', () => {
  it('waits for company, and goes under the app and release of the port when the app is left', async () => {
    const { handlers, sent, leave } = world();
    await handlers['analytics.track']({ event: 'seat_chosen', props: { hall: '3' } }, call);
    await handlers['analytics.mark']({ name: 'first_list', ms: 182.4 }, call);
    await soon();
    assert.deepEqual(sent, []);
    leave();
    await soon();
    assert.deepEqual(sent, [
      [
        appId,
        digest,
        [
          { kind: 'event', name: 'seat_chosen', at: 7, props: { hall: '3' } },
          { kind: 'mark', name: 'first_list', at: 7, ms: 182.4 },
        ],
      ],
    ]);
  });

  it('goes when a batch is full, and when the page is hidden', async () => {
    const { handlers, sent, page } = world();
    for (let at = 0; at < BATCH.most + 1; at += 1) await handlers['analytics.track']({ event: 'tick' }, call);
    await soon();
    assert.deepEqual(
      sent.map(([, , events]) => events.length),
      [BATCH.most],
    );
    Object.defineProperty(page, 'visibilityState', { value: 'hidden' });
    page.dispatchEvent(new Event('visibilitychange'));
    await soon();
    assert.deepEqual(
      sent.map(([, , events]) => events.length),
      [BATCH.most, 1],
    );
  });

  it('tells the app when a batch came to nothing', async () => {
    const { handlers, done, leave } = world({ offline: true });
    await handlers['analytics.track']({ event: 'seat_chosen' }, call);
    leave();
    await soon();
    assert.equal(done.length, 1);
    assert.match(done[0] ?? '', /^event error .*ERR_CONTAINER_OFFLINE/);
  });
});
