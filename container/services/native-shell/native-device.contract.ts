/** What every implementation of `NativeDevice` promises; run for each of them by native-shell.browser.test.ts. */
import { assert } from 'chai';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { NativeDevice, Place } from './native-device.ts';

/** What the world around the device does, set by each implementation's own means. */
export interface DeviceWorld {
  readonly device: NativeDevice;
  /** What reached the system: `copy …`, `dial …`, `open …`, `vibrate`, `save …`. */
  readonly done: readonly string[];
}
export interface World {
  readonly place?: Pick<Place, 'latitude' | 'longitude' | 'accuracy'> | 'denied' | 'unavailable' | 'silent';
  readonly clipboard?: 'denied';
  readonly online?: boolean;
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (error instanceof PorticoError ? error.code : String(error)),
  );
}

export function describeDevice(name: string, build: (world: World) => Promise<DeviceWorld>): void {
  const never = new AbortController().signal;

  describe(`the device of ${name}`, () => {
    it('tells where it is, with the time of the fix', async () => {
      const { device } = await build({ place: { latitude: 31.2304, longitude: 121.4737, accuracy: 12 } });
      const { at, ...place } = await device.locate({ precise: true, signal: never });
      assert.deepEqual(place, { latitude: 31.2304, longitude: 121.4737, accuracy: 12 });
      assert.instanceOf(at, Date);
      assert.isFalse(Number.isNaN(at.getTime()));
    });

    it('says in one code each that a place is denied, unavailable or no longer wanted', async () => {
      for (const [place, code] of [
        ['denied', 'ERR_CAPABILITY_DENIED'],
        ['unavailable', 'ERR_CAPABILITY_UNAVAILABLE'],
      ] as const) {
        const { device } = await build({ place });
        assert.equal(await codeOf(device.locate({ precise: false, signal: never })), code);
      }
      const { device } = await build({ place: 'silent' });
      const leaving = new AbortController();
      const asked = device.locate({ precise: false, signal: leaving.signal });
      leaving.abort();
      assert.equal(await codeOf(asked), 'ERR_BRIDGE_ABORTED');
      assert.equal(await codeOf(device.locate({ precise: false, signal: leaving.signal })), 'ERR_BRIDGE_ABORTED');
    });

    it('knows whether there is a network', async () => {
      assert.include(await (await build({ online: true })).device.network(), { online: true });
      assert.deepInclude(await (await build({ online: false })).device.network(), { online: false, kind: 'none' });
    });

    it('copies, dials, opens, vibrates and saves', async () => {
      const { device, done } = await build({});
      await device.copyText('P2-118');
      await device.dial('02168880000');
      await device.openUrl('https://tea.example/terms');
      await device.saveImage(new Blob([new Uint8Array([1, 2, 3])], { type: 'image/png' }), 'tea-1.png');
      assert.isTrue(await device.vibrate(40));
      assert.isTrue(await device.haptic('success'));
      assert.deepEqual(done, [
        'copy P2-118',
        'dial 02168880000',
        'open https://tea.example/terms',
        'save tea-1.png',
        'vibrate',
        'vibrate',
      ]);
    });

    it('says that the clipboard is denied', async () => {
      const { device } = await build({ clipboard: 'denied' });
      assert.equal(await codeOf(device.copyText('x')), 'ERR_CAPABILITY_DENIED');
    });

    it('has each feature, or says that it has not', async () => {
      const { device } = await build({});
      const use = {
        scan: () => device.scan({ kinds: ['qr'], signal: never }),
        share: () => device.share({ title: '茶馆', text: '一杯茶', url: 'https://bank.example/app/com.example.tea' }),
        'step-up': () => device.stepUp(2, never),
      } as const;
      for (const [feature, ask] of Object.entries(use)) {
        const expected = device.features.has(feature as keyof typeof use) ? 'no error' : 'ERR_CAPABILITY_UNSUPPORTED';
        assert.equal(await codeOf(ask()), expected, feature);
      }
    });
  });
}
