import { assert } from 'chai';
import type { Sheets } from '../state/sheets.ts';
import { asking, call, codeOf, deviceDoing, exampleApp } from './testing.ts';
import { uiCapability } from './ui.ts';

function world(sheets: Partial<Sheets> = {}) {
  const { app, done } = exampleApp();
  let now = 0;
  const toast = (text: string): void => void done.push(text);
  const handlers = uiCapability(app, {
    sheets: { toast, ...asking(() => undefined), ...sheets },
    nativeShell: deviceDoing(done),
    now: () => now,
  });
  const later = (ms: number): void => {
    now += ms;
  };
  return { handlers, done, later };
}
const untapped = { ...call, gesture: false };

describe('ui.toast', () => {
  it('puts the verified name before the app’s words, and makes them safe', async () => {
    const { handlers, done } = world();
    await handlers['ui.toast']({ text: '银行：\u202e请输入密码\n' }, call);
    assert.deepEqual(done, ['茶馆: 银行：请输入密码']);
  });
});

describe('ui.loading', () => {
  it('shows safe words, and ends when told', async () => {
    const { handlers, done } = world();
    await handlers['ui.loading']({ show: true, text: '正在\u202e查询' }, call);
    await handlers['ui.loading']({ show: false }, call);
    assert.deepEqual(done, ['loading 正在查询', 'loading undefined']);
  });
});

describe('ui.confirm', () => {
  it('asks in safe words with the frame covered, and tells a yes from everything else', async () => {
    const questions: unknown[] = [];
    for (const [answer, confirmed] of [
      [true, true],
      [undefined, false],
    ] as const) {
      const sheets = asking((sheet, question) => {
        questions.push([sheet, question]);
        return answer;
      });
      const { handlers, done } = world(sheets);
      const args = { text: '删除\u200b？', confirm: '删\u202e除', cancel: '\u3164', danger: true };
      assert.deepEqual(await handlers['ui.confirm'](args, call), { confirmed });
      assert.deepEqual(done, ['cover', 'uncover']);
    }
    const [sheet, question] = questions[0] as [string, object];
    assert.equal(sheet, 'confirm');
    assert.deepInclude(question, { text: '删除？', confirm: '删除', danger: true });
    assert.notProperty(question, 'cancel', 'a blank button has the container’s own words');
  });

  it('comes without a tap a few times only, and freely with one', async () => {
    const { handlers, later } = world();
    const ask = (from: typeof call) => codeOf(Promise.resolve(handlers['ui.confirm']({ text: '?' }, from)));
    for (let times = 0; times < 3; times += 1) assert.equal(await ask(untapped), 'no error');
    assert.equal(await ask(untapped), 'ERR_CAPABILITY_TOO_OFTEN');
    assert.equal(
      await codeOf(Promise.resolve(handlers['ui.actionSheet']({ items: [{ text: 'a' }] }, untapped))),
      'ERR_CAPABILITY_TOO_OFTEN',
    );
    assert.equal(await ask(call), 'no error');
    assert.equal(await ask(untapped), 'no error');
    for (let times = 0; times < 2; times += 1) await ask(untapped);
    assert.equal(await ask(untapped), 'ERR_CAPABILITY_TOO_OFTEN');
    later(60_000);
    assert.equal(await ask(untapped), 'no error');
  });
});

describe('ui.actionSheet', () => {
  it('tells the place of the choice, and null for none', async () => {
    const items = [{ text: '改签' }, { text: '退\u202e票', danger: true }];
    const chosen = world(
      asking((_sheet, question) =>
        (question as { items: { text: string }[] }).items.findIndex(({ text }) => text === '退票'),
      ),
    );
    assert.deepEqual(await chosen.handlers['ui.actionSheet']({ items }, call), { index: 1 });
    assert.deepEqual(await world().handlers['ui.actionSheet']({ items }, call), { index: null });
  });
});

describe('ui.haptic and ui.pullToRefresh', () => {
  it('reach the device and the bar', async () => {
    const { handlers, done } = world();
    assert.deepEqual(await handlers['ui.haptic']({ kind: 'success' }, call), { done: true });
    for (const state of ['on', 'done', 'off'] as const) await handlers['ui.pullToRefresh']({ state }, call);
    assert.deepEqual(done, ['vibrate', 'refresh on', 'refresh on', 'refresh off']);
  });
});
