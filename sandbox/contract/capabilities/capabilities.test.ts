import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { methodArgs } from '../generated/method-args.js';
import { methodResults } from '../generated/method-results.js';
import type { Schema } from '../schema.ts';
import { type ArgsOf, capabilityNames, isMethodName, type MethodEntry, methods, type ResultOf } from './index.ts';

const rows: readonly (readonly [string, MethodEntry])[] = Object.entries(methods);

/** Every object schema inside a schema. */
function objectsIn(schema: unknown): Schema[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const inner = Object.values(schema).flatMap(objectsIn);
  return (schema as { type?: unknown }).type === 'object' ? [schema as Schema, ...inner] : inner;
}

describe('the capability table', () => {
  it('says of every object whether it has other fields', () => {
    for (const [name, row] of rows) {
      for (const schema of [...objectsIn(row.args), ...objectsIn(row.result)]) {
        assert.ok(Object.hasOwn(schema, 'additionalProperties'), name);
      }
    }
  });

  it('limits every text and list that an app sends', () => {
    const unlimited = (schema: unknown): boolean => {
      if (typeof schema !== 'object' || schema === null) return false;
      const { type, maxLength, maxItems } = schema as { type?: unknown; maxLength?: number; maxItems?: number };
      if (type === 'string' && maxLength === undefined) return true;
      if (type === 'array' && maxItems === undefined) return true;
      return Object.values(schema).some(unlimited);
    };
    for (const [name, row] of rows) assert.equal(unlimited(row.args), false, name);
  });

  it('asks for a capability wherever it asks for consent or writes an audit line', () => {
    for (const [name, row] of rows) {
      if (row.consent || row.sensitive) assert.ok(row.capability !== null, name);
    }
  });

  it('names capabilities once', () => {
    assert.deepEqual([...capabilityNames].sort(), [
      'analytics',
      'clipboard',
      'device.location',
      'device.phoneCall',
      'device.scan',
      'identity.level',
      'identity.login',
      'identity.profile',
      'media',
      'message',
      'nav.openUrl',
      'net',
      'payment',
      'storage',
    ]);
    assert.equal(isMethodName('app.info'), true);
    for (const name of ['toString', '__proto__', 'constructor', 'app', '']) assert.equal(isMethodName(name), false);
  });

  it('shows a call and an answer of each method that its own schemas accept', () => {
    for (const [name, { example }] of rows) {
      assert.equal(methodArgs[name as keyof typeof methods](example.args), true, `${name} args`);
      assert.equal(methodResults[name as keyof typeof methods](example.result), true, `${name} result`);
    }
  });

  it('leaves the app, opens the camera or shows a sheet of the device only after a tap', () => {
    const tapped = rows.filter(([name]) => /^(nav|media|clipboard)\.|^device\.(scan|location|phoneCall)/.test(name));
    assert.ok(tapped.length >= 10);
    for (const [name, row] of tapped) assert.equal(row.gesture, true, name);
  });

  it('never lets money move without a tap', () => {
    assert.equal(methods['payment.request'].gesture, true);
    assert.equal(methods['payment.request'].sensitive, true);
  });
});

describe('the generated validators', () => {
  it('exist for every method and nothing else', () => {
    assert.deepEqual(Object.keys(methodArgs), Object.keys(methods));
    assert.deepEqual(Object.keys(methodResults), Object.keys(methods));
    assert.equal((methodArgs as Record<string, unknown>).toString, undefined);
  });

  const request = { backend: 'parking', method: 'GET', path: '/fees?plate=A' };
  const refused: readonly (readonly [keyof typeof methods, unknown])[] = [
    ['app.info', { extra: 1 }],
    ['app.info', null],
    ['app.info', []],
    ['app.setTitle', { title: 'x'.repeat(81) }],
    ['payment.request', { orderToken: '' }],
    ['payment.request', { orderToken: 'a', amountMinor: '1' }],
    ['payment.request', { orderToken: ['a'] }],
    ['net.request', { ...request, path: 'https://evil.example/' }],
    ['net.request', { ...request, path: '/a b' }],
    ['net.request', { ...request, method: 'CONNECT' }],
    ['net.request', { ...request, backend: '../admin' }],
    ['net.request', { ...request, headers: { 'bad name': 'x' } }],
    ['app.setBar', { color: 'red' }],
    ['app.setBar', { color: '#FFFFFF; background: url(x)' }],
    ['identity.profile', { scopes: ['name'] }],
    ['identity.profile', { scopes: [] }],
    ['identity.requireLevel', { level: 6 }],
    ['nav.openUrl', { url: 'http://tea.example' }],
    ['nav.openUrl', { url: 'javascript:alert(1)' }],
    ['nav.share', { title: 'x'.repeat(81) }],
    ['nav.openApp', { appId: 'com.example.tea', path: 'menu' }],
    ['ui.actionSheet', { items: [] }],
    ['ui.actionSheet', { items: new Array(9).fill({ text: 'a' }) }],
    ['ui.confirm', { text: 'ok?', input: true }],
    ['device.phoneCall', { number: '*#06#' }],
    ['device.phoneCall', { number: '123;456' }],
    ['media.preview', { images: [{ data: 'data:image/svg+xml;base64,PHN2Zz4=' }] }],
    ['media.preview', { images: [{ data: 'https://evil.example/x.png' }] }],
    ['media.preview', { images: [{ fileId: 'file-1', data: 'x' }] }],
    ['net.upload', { backend: 'tea', path: '/', fileId: '../1' }],
    ['message.subscribe', { templateIds: ['a', 'b', 'c', 'd'] }],
    ['analytics.track', { event: 'x', props: { deep: { phone: 1 } } }],
    ['storage.set', { key: 'k' }],
    ['storage.set', { key: '', value: 1 }],
  ];
  for (const [method, args] of refused) {
    it(`refuse ${method} ${JSON.stringify(args).slice(0, 60)}`, () => assert.equal(methodArgs[method](args), false));
  }

  it('accept what the types accept', () => {
    const full: ArgsOf<'net.request'> = { ...request, method: 'POST', headers: { accept: 'text/plain' }, body: '{}' };
    const hint: ResultOf<'payment.request'> = { hint: 'maybe_paid' };
    assert.equal(methodArgs['net.request'](full), true);
    assert.equal(methodResults['payment.request'](hint), true);
    assert.equal(methodResults['storage.get']({ value: { any: ['json', null] } }), true);
  });

  it('agree with the types about what would cost money', () => {
    // @ts-expect-error an app is never told that it was paid
    const paid: ResultOf<'payment.request'> = { hint: 'paid' };
    // @ts-expect-error an order is named by its token only; the amount is the registry's
    const amount: ArgsOf<'payment.request'> = { orderToken: 'a', amountMinor: '1' };
    assert.equal(methodResults['payment.request'](paid), false);
    assert.equal(methodArgs['payment.request'](amount), false);
  });
});
