import { assert } from 'chai';
import { createPreferencesStore } from '../services/preferences-store.ts';
import { createPreferences } from '../state/preferences.ts';
import { appCapability } from './app.ts';
import { appId, call, exampleApp } from './testing.ts';

describe('app.*', () => {
  const preferences = createPreferences(
    createPreferencesStore(sessionStorage),
    document,
    matchMedia('(prefers-color-scheme: dark)'),
  );

  it('tells the app its verified self and the customer’s language and theme', async () => {
    preferences.change({ locale: 'en', theme: 'dark' });
    const { app } = exampleApp();
    assert.deepEqual(await appCapability(app, preferences)['app.info']({}, call), {
      appId,
      name: '茶馆',
      version: '1.0.0',
      locale: 'en',
      theme: 'dark',
    });
  });

  it('hands on how it was opened', async () => {
    const { app } = exampleApp();
    assert.deepEqual(await appCapability(app, preferences)['app.launchOptions']({}, call), {
      path: '/menu',
      query: { table: '7' },
    });
  });

  it('makes a title safe before it stands beside the verified name', async () => {
    const { app, done } = exampleApp();
    await appCapability(app, preferences)['app.setTitle']({ title: 'bank\u202egnp\nok' }, call);
    assert.deepEqual(done, ['title bankgnp ok']);
  });

  it('leaves when the app asks to', async () => {
    const { app, done } = exampleApp();
    await appCapability(app, preferences)['app.close']({}, call);
    assert.deepEqual(done, ['leave']);
  });

  it('has the bar coloured, and a question asked before it is left', async () => {
    const { app, done } = exampleApp();
    const handlers = appCapability(app, preferences);
    await handlers['app.setBar']({ color: '#0a4237' }, call);
    await handlers['app.setBar']({ color: null }, call);
    await handlers['app.confirmClose']({ text: '座位\u202e还会保留' }, call);
    await handlers['app.confirmClose']({ text: null }, call);
    assert.deepEqual(done, ['bar #0a4237', 'bar undefined', 'question 座位还会保留', 'question undefined']);
  });
});
