import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { codeOfRejected, membersOf } from '../outcome.ts';

export const attack: Attack = {
  id: '151',
  group: 'card',
  only: 'sealed',
  title:
    'use stores and meeting places from a card: databases, caches, files, locks, channels, cookies, shared workers',
  expected: 'refused, absent, or shared with nobody',
  card: {
    async stores(): Promise<JsonValue> {
      const hidden = (name: string): Record<string, (...given: unknown[]) => unknown> =>
        Reflect.get(self, name) ?? Reflect.get(navigator, name);
      const tries: Readonly<Record<string, () => unknown>> = {
        database: () => hidden('indexedDB').open?.('x'),
        caches: () => hidden('caches').open?.('x'),
        files: () => navigator.storage.getDirectory(),
        locks: () => navigator.locks.request('x', () => null),
        buckets: () => hidden('storageBuckets').open?.('x'),
        cookieStore: () => hidden('cookieStore').set?.('a', 'b'),
        localStorage: () => localStorage.length,
        document: () => document.cookie,
        parent: () => hidden('parent').postMessage?.('x', '*'),
        opener: () => hidden('opener').postMessage?.('x'),
        serviceWorker: () => hidden('serviceWorker').register?.('x'),
        sharedWorker: () => new SharedWorker(URL.createObjectURL(new Blob(['0']))),
        notification: () => Notification.permission === 'granted' || Promise.reject(new TypeError('denied')),
        usb: () => hidden('usb').getDevices?.(),
        serial: () => hidden('serial').getPorts?.(),
        hid: () => hidden('hid').getDevices?.(),
        gpu: () => hidden('gpu').requestAdapter?.(),
        evaluate: () => new (Reflect.get(self, 'Function'))('return 1')(),
      };
      const report: Record<string, JsonValue> = {};
      // What the debugger itself starts may compile text until the first pause.
      await new Promise((resolve) => setTimeout(resolve, 20));
      for (const [name, go] of Object.entries(tries)) report[name] = (await codeOfRejected(go)) ?? 'granted';
      return report;
    },
    async listen({ pause }): Promise<JsonValue> {
      const heard: JsonValue[] = [];
      new BroadcastChannel('attack-151').onmessage = ({ data }) => heard.push(data);
      await pause(1_200);
      return heard;
    },
    speak() {
      new BroadcastChannel('attack-151').postMessage('secret');
      return null;
    },
  },
  async judge({ openCard }) {
    const card = await openCard();
    const outcomes = membersOf(await card.run('stores'));
    holds(Object.keys(outcomes).length === 18, `tried ${JSON.stringify(outcomes)}`);
    // An adapter without a name is all that a browser gives of the graphics processor.
    const granted = Object.keys(outcomes).filter((name) => outcomes[name] === 'granted' && name !== 'gpu');
    same(granted, [], 'granted');
    const other = await openCard();
    const hearing = other.run('listen');
    for (let times = 0; times < 5; times += 1) {
      await card.run('speak');
      await card.page.waitForTimeout(100);
    }
    same(await hearing, [], 'what another card of the same app heard');
  },
};
