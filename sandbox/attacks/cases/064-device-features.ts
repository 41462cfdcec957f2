import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { codeOfRejected, membersOf } from '../outcome.ts';

export const attack: Attack = {
  id: '64',
  group: 'interface',
  title: 'ask the browser itself for camera, location, clipboard, full screen, wake lock, payment, passkeys',
  expected: 'denied, without a question to the customer',
  async guest() {
    const refused = async (run: () => unknown) => (await codeOfRejected(run)) ?? 'granted';
    const missing = (name: string): string => `no ${name}`;
    return {
      camera: await refused(
        () => navigator.mediaDevices?.getUserMedia({ video: true }) ?? Promise.reject(missing('camera')),
      ),
      location: await new Promise<string>((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          (error) => resolve(`denied ${error.code}`),
        ),
      ),
      clipboard: await refused(() => navigator.clipboard?.readText() ?? Promise.reject(missing('clipboard'))),
      fullscreen: await refused(() => document.documentElement.requestFullscreen()),
      wakeLock: await refused(() => navigator.wakeLock?.request('screen') ?? Promise.reject(missing('wakeLock'))),
      payment: await refused(() =>
        new PaymentRequest([{ supportedMethods: 'https://pay.example' }], {
          total: { label: 'x', amount: { currency: 'CNY', value: '1' } },
        }).show(),
      ),
      passkey: await refused(
        () =>
          navigator.credentials?.get({ publicKey: { challenge: new Uint8Array(32) } }) ??
          Promise.reject(missing('credentials')),
      ),
      notification: typeof Notification === 'undefined' ? 'absent' : await Notification.requestPermission(),
    };
  },
  judge({ report }) {
    const outcomes = membersOf(report);
    same(outcomes.location, 'denied 1');
    for (const [feature, outcome] of Object.entries(outcomes)) {
      holds(outcome !== 'granted', `${feature} was granted`);
    }
  },
};
