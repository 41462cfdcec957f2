import { assert } from 'chai';
import type { AppId } from '../../sandbox/contract/index.ts';
import { createResumeStore } from '../services/resume-store.ts';
import type { SheetLayer } from './sheet-layer.ts';
import { createSheets } from './sheets.ts';

const appId = 'com.example.tea' as AppId;

describe('the cashier', () => {
  it('leaves word for a page that is loaded again under it, and takes it back when it has ended', async () => {
    const resume = createResumeStore(sessionStorage, () => 0);
    let settle: (hint: unknown) => void = () => undefined;
    const shown = new Promise((resolve) => {
      settle = resolve;
    });
    const layer = { show: () => shown, toast: () => undefined } as unknown as SheetLayer;
    const sheets = createSheets({ layer: () => layer, resume } as unknown as Parameters<typeof createSheets>[0]);
    const asker = { appId, name: '茶馆', partnerName: '示例茶馆有限公司' };
    const order = { asker, orderToken: 'a.b.c', signal: new AbortController().signal };

    const paying = sheets.cashier(order);
    // What a page that is loaded now would find.
    const left = createResumeStore(sessionStorage, () => 0).take(appId);
    assert.deepInclude(left, { method: 'payment.request', orderToken: 'a.b.c', hint: 'maybe_paid' });
    settle('processing');
    assert.equal(await paying, 'processing');

    const again = sheets.cashier(order);
    await again;
    assert.isUndefined(createResumeStore(sessionStorage, () => 0).take(appId), 'it ended in this page');
  });
});
