import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { codeOf } from '../outcome.ts';

/** Direction overrides and isolates, zero-width characters, tags, line breaks, stacked marks. */
const DISGUISE = '\u202e\u2066\u200b\u200d\ufeff\u00ad\u2028\n\r\u0000\u{e0041}';
const UNSEEN = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/u;

export const attack: Attack = {
  id: '39',
  group: 'payload',
  title: 'disguise words with direction marks, zero-width characters, homoglyphs and stacked marks',
  expected:
    'neutralised in titles and toasts, refused or cleaned in orders and manifests; the payee is never the partner’s own words',
  async guest({ portico }) {
    await portico.app.setTitle({ title: `${DISGUISE}moc.knab\u202d\u0301\u0301\u0301\u0301 x` });
    await portico.ui.toast({ text: `银${DISGUISE}行：请输入\u202e密码` });
    return null;
  },
  async judge({ page, world, appId }) {
    const bar = await page.locator('player-bar .page').innerText();
    const toast = await page.locator('sheet-layer .toast').innerText();
    for (const [where, text] of [
      ['title', bar],
      ['toast', toast],
    ] as const) {
      holds(text.length > 0, `there is no ${where}`);
      holds(!UNSEEN.test(text.replaceAll('\n', '')), `the ${where} holds ${JSON.stringify(text)}`);
      holds(!/\p{M}{3}/u.test(text), `the ${where} stacks marks: ${JSON.stringify(text)}`);
    }
    holds(
      toast.startsWith('实验室'),
      `the toast begins with ${JSON.stringify(toast.slice(0, 10))}, not the verified name`,
    );

    const order = (title: string) =>
      world.asPartner('POST', '/api/v1/orders', {
        appId,
        outOrderNo: `39-${crypto.randomUUID()}`,
        currency: 'CNY',
        amountMinor: '100',
        title,
      });
    for (const title of ['Bаnk', 'Раypal', 'αpple', '\u0301\u0301\u0301\u0301', '\u200b\u202e', '\ud800']) {
      const { status, body } = await order(title);
      holds(status >= 400 && status < 500, `the title ${JSON.stringify(title)} was answered ${status} ${codeOf(body)}`);
    }
    // Also one that nobody would see: then the container's sentences and the partner's words would be all there is to read.
    for (const name of ['Bank\u202egnp.', '\u3164', '\u2800', 'B\u0301\u0301\u0301\u0301\u0301ank']) {
      const named = await world.submit({ appId: 'com.attacklab.disguised', name });
      same([named.status, codeOf(named.body)], [422, 'ERR_MANIFEST_INVALID'], `the name ${JSON.stringify(name)}`);
    }
  },
};
