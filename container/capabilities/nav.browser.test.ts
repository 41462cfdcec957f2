import { assert } from 'chai';
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { Sheets } from '../state/sheets.ts';
import { createTrust } from '../state/trust.ts';
import { linkTo, navCapability, outsideAddress } from './nav.ts';
import { appId, asking, call, codeOf, deviceDoing, exampleApp } from './testing.ts';
import { trustBeing } from './testing-trust.ts';

const origin = 'https://bank.example';

function world(sheets: Pick<Sheets, 'ask'> = asking(() => undefined), features: 'share' | undefined = undefined) {
  const { app, done } = exampleApp();
  const trust = createTrust(
    async () => ({ ...trustBeing('fresh'), resolveApp: async () => ({ status: 'ready', release: app.release }) }),
    () => new Date(0),
  );
  const unknown = createTrust(
    async () => trustBeing('fresh'),
    () => new Date(0),
  );
  const parts = {
    navigation: { go: (address: string) => void done.push(`go ${address}`) },
    sheets,
    nativeShell: deviceDoing(done, features ? { features: new Set([features]), share: async () => true } : {}),
    origin,
  };
  return {
    app,
    done,
    handlers: navCapability(app, { ...parts, trust }),
    stray: navCapability(app, { ...parts, trust: unknown }),
  };
}
const refusal = (run: () => unknown): Promise<unknown> => codeOf((async () => run())());

describe('nav.openApp', () => {
  it('goes to a page of an app that can be opened', async () => {
    const { handlers, done } = world();
    await handlers['nav.openApp']({ appId, path: '/menu', query: { table: '7', '/../x': '&' } }, call);
    assert.deepEqual(done, [`go /app/${appId}/menu?table=7&%2F..%2Fx=%26`]);
  });

  it('leads nobody on who has left the app meanwhile', async () => {
    const { app, handlers, done } = world();
    app.assertShown = () => {
      throw new PorticoError('ERR_BRIDGE_HIDDEN');
    };
    assert.equal(await refusal(() => handlers['nav.openApp']({ appId }, call)), 'ERR_BRIDGE_HIDDEN');
    assert.deepEqual(done, []);
  });

  it('goes nowhere when there is no such app', async () => {
    const { stray, done } = world();
    assert.equal(await refusal(() => stray['nav.openApp']({ appId }, call)), 'ERR_CAPABILITY_NO_APP');
    assert.equal(await refusal(() => stray['nav.openApp']({ appId: '../settings' }, call)), 'ERR_CAPABILITY_NO_APP');
    assert.deepEqual(done, []);
  });
});

describe('a link to an app', () => {
  it('stays inside the app, however its path is written', async () => {
    assert.equal(linkTo(origin, appId, {}).href, `${origin}/app/${appId}`);
    assert.equal(linkTo(origin, appId, { path: '/a?b=1', query: { c: '2' } }).href, `${origin}/app/${appId}/a?b=1&c=2`);
    for (const path of ['/..', '/../../settings', '/%2e%2e/x', '/a/../../com.other.app', '/..\\..\\x', '/#/x']) {
      assert.equal(await refusal(() => linkTo(origin, appId, { path })), 'ERR_CAPABILITY_ADDRESS', path);
    }
  });
});

describe('nav.share', () => {
  it('offers a link in safe words, and says whether it was used', async () => {
    const questions: unknown[] = [];
    const sheets = asking((_sheet, question) => {
      questions.push(question);
      return true;
    });
    const { handlers, done } = world(sheets);
    const args = { title: '今晚\u202e的茶', path: '/menu', query: { table: '7' } };
    assert.deepEqual(await handlers['nav.share'](args, call), { shared: true });
    const question = questions[0] as { title: string; address: string; copy(): Promise<void>; hand?: unknown };
    assert.equal(question.title, '今晚的茶');
    assert.equal(question.address, `${origin}/app/${appId}/menu?table=7`);
    assert.isUndefined(question.hand, 'a browser has nobody to hand it to');
    await question.copy();
    assert.deepEqual(done, ['cover', 'uncover', `copy ${question.address}`]);
    assert.deepEqual(await world().handlers['nav.share'](args, call), { shared: false });
  });

  it('offers the native app’s own sheet where there is one', async () => {
    let hand: (() => Promise<boolean>) | undefined;
    const sheets = asking((_sheet, question) => {
      ({ hand } = question as { hand?: () => Promise<boolean> });
      return undefined;
    });
    await world(sheets, 'share').handlers['nav.share']({ title: '茶' }, call);
    assert.isTrue(await hand?.());
  });
});

describe('nav.openUrl', () => {
  it('opens what the customer agreed to leave for, and nothing otherwise', async () => {
    const seen: string[] = [];
    const yes = asking((sheet, question) => {
      seen.push(`${sheet} ${(question as { address: URL }).address.host}`);
      return true;
    });
    const { handlers, done } = world(yes);
    assert.deepEqual(await handlers['nav.openUrl']({ url: 'https://tea.example/terms?a=1' }, call), { opened: true });
    assert.deepEqual(seen, ['openUrl tea.example']);
    assert.deepEqual(done, ['cover', 'uncover', 'open https://tea.example/terms?a=1']);
    const refused = world();
    assert.deepEqual(await refused.handlers['nav.openUrl']({ url: 'https://tea.example/' }, call), { opened: false });
    assert.notInclude(refused.done.join(), 'open ');
  });

  it('takes no address that could pass for another', async () => {
    const bad = [
      'https://bank.example@evil.example/',
      'https://user:x@tea.example/',
      'https://1.2.3.4/',
      'https://localhost/',
    ];
    for (const url of [...bad, 'http://tea.example/', 'javascript:alert(1)', 'https://', 'https://[::1]/']) {
      assert.equal(await refusal(() => outsideAddress(url)), 'ERR_CAPABILITY_ADDRESS', url);
    }
    // A name in other letters is shown as what it is.
    assert.equal(outsideAddress('https://аpple.example/').host, 'xn--pple-43d.example');
  });
});
