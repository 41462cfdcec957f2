import { assert } from 'chai';
import { call, exampleApp } from './testing.ts';
import { uiCapability } from './ui.ts';

describe('ui.toast', () => {
  it('puts the verified name before the app’s words, and makes them safe', async () => {
    const said: string[] = [];
    const { app } = exampleApp();
    await uiCapability(app, { toast: (text) => said.push(text) })['ui.toast'](
      { text: '银行：\u202e请输入密码\n' },
      call,
    );
    assert.deepEqual(said, ['茶馆: 银行：请输入密码']);
  });
});
