import { assert } from 'chai';
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { NativeDevice } from '../services/native-shell/index.ts';
import type { Sheets } from '../state/sheets.ts';
import { deviceCapability } from './device.ts';
import { asking, call, codeOf, deviceDoing, exampleApp } from './testing.ts';

const place = { latitude: 31.23456, longitude: 121.47654, accuracy: 12, at: new Date('2026-05-01T08:00:00Z') };

function world(device: Partial<NativeDevice> = {}, sheets: Pick<Sheets, 'ask'> = asking(() => undefined)) {
  const { app, done } = exampleApp();
  const handlers = deviceCapability(app, {
    sheets: { ...sheets, toast: (text) => void done.push(`toast ${text}`) },
    nativeShell: deviceDoing(done, device),
    copied: (name) => `${name} copied`,
  });
  return { handlers, done };
}
const refusal = (run: () => unknown): Promise<unknown> => codeOf((async () => run())());

describe('device.location', () => {
  it('is rough unless the app asked for it precisely', async () => {
    const { handlers } = world({ locate: async () => place });
    assert.deepEqual(await handlers['device.location']({}, call), {
      latitude: 31.23,
      longitude: 121.48,
      accuracy: 1_000,
      at: '2026-05-01T08:00:00.000Z',
    });
    assert.deepInclude(await handlers['device.location']({ precise: true }, call), {
      latitude: 31.23456,
      longitude: 121.47654,
      accuracy: 12,
    });
  });

  it('hands on in one code each why there is none', async () => {
    for (const code of ['ERR_CAPABILITY_DENIED', 'ERR_CAPABILITY_UNAVAILABLE', 'ERR_CAPABILITY_UNSUPPORTED'] as const) {
      const { handlers } = world({
        locate: async () => {
          throw new PorticoError(code);
        },
      });
      assert.equal(await refusal(() => handlers['device.location']({}, call)), code);
    }
  });
});

describe('device.scan', () => {
  const code = { text: 'https://park.example/p/12', format: 'qr_code' };

  it('is the container’s sheet in a browser', async () => {
    const seen: unknown[] = [];
    const sheets = asking((sheet, question) => {
      seen.push(sheet, (question as { kinds: unknown }).kinds);
      return code;
    });
    const { handlers, done } = world({}, sheets);
    assert.deepEqual(await handlers['device.scan']({ kinds: ['qr'] }, call), code);
    assert.deepEqual(seen, ['scan', ['qr']]);
    assert.deepEqual(done, ['cover', 'uncover']);
  });

  it('is the native app’s own scanner where there is one', async () => {
    const { handlers } = world({
      features: new Set(['scan']),
      scan: async ({ kinds }) => ({ ...code, format: kinds[0] ?? '' }),
    });
    assert.deepEqual(await handlers['device.scan']({ kinds: ['barcode'] }, call), { ...code, format: 'barcode' });
  });

  it('tells a customer who closed it from an app that gave up', async () => {
    assert.equal(await refusal(() => world().handlers['device.scan']({}, call)), 'ERR_CAPABILITY_CANCELLED');
    const gone = { ...call, signal: AbortSignal.abort() };
    assert.equal(await refusal(() => world().handlers['device.scan']({}, gone)), 'ERR_BRIDGE_ABORTED');
  });
});

describe('device.phoneCall', () => {
  it('dials what the customer saw and agreed to, and nothing otherwise', async () => {
    const { handlers, done } = world(
      {},
      asking((_sheet, question) => (question as { number: string }).number === '12345' || undefined),
    );
    assert.deepEqual(await handlers['device.phoneCall']({ number: '12345' }, call), { called: true });
    assert.deepEqual(await handlers['device.phoneCall']({ number: '99999' }, call), { called: false });
    assert.deepEqual(
      done.filter((line) => line.startsWith('dial')),
      ['dial 12345'],
    );
  });
});

describe('clipboard.write', () => {
  it('tells the customer who wrote', async () => {
    const { handlers, done } = world();
    await handlers['clipboard.write']({ text: 'P2-118' }, call);
    assert.deepEqual(done, ['copy P2-118', 'toast 茶馆 copied']);
  });

  it('claims nothing when it did not', async () => {
    const { handlers, done } = world({
      copyText: async () => {
        throw new PorticoError('ERR_CAPABILITY_DENIED');
      },
    });
    assert.equal(await refusal(() => handlers['clipboard.write']({ text: 'x' }, call)), 'ERR_CAPABILITY_DENIED');
    assert.deepEqual(done, []);
  });
});

describe('device.network and device.vibrate', () => {
  it('are what the device says', async () => {
    const { handlers } = world({ vibrate: async () => false });
    assert.deepEqual(await handlers['device.network']({}, call), { online: true, kind: 'wifi', saveData: false });
    assert.deepEqual(await handlers['device.vibrate']({ ms: 40 }, call), { done: false });
  });
});
