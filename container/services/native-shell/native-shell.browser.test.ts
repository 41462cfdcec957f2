import { assert } from 'chai';
import { createNativeShell } from './create-native-shell.ts';
import { codeOf, type DeviceWorld, describeDevice, type World } from './native-device.contract.ts';
import { FAILS, type FakeNative, failing, fakeNative, SILENT } from './testing.ts';
import { createWebDevice } from './web-device.ts';
import { findNativeChannel } from './webview/channel.ts';
import { createWebviewShell } from './webview/webview-shell.ts';

/** A browser's window as far as the device uses it. */
async function webWorld({ place, clipboard, online = true }: World): Promise<DeviceWorld> {
  const done: string[] = [];
  const geolocation = {
    getCurrentPosition(found: (position: unknown) => void, failed: (error: unknown) => void) {
      if (place === 'silent') return;
      if (typeof place === 'object') return found({ coords: place, timestamp: Date.now() });
      failed({ code: place === 'denied' ? 1 : 2, PERMISSION_DENIED: 1 });
    },
  };
  const navigator = {
    geolocation,
    onLine: online,
    vibrate: () => done.push('vibrate') > 0,
    clipboard: {
      async writeText(text: string) {
        if (clipboard === 'denied') throw new DOMException('no', 'NotAllowedError');
        done.push(`copy ${text}`);
      },
    },
  };
  const createElement = () => ({
    href: '',
    download: undefined,
    click() {
      done.push(this.download ? `save ${this.download}` : this.href.replace('tel:', 'dial '));
    },
  });
  const window = {
    navigator,
    document: { createElement },
    open: (url: string, _target: string, features: string) => {
      assert.equal(features, 'noopener,noreferrer');
      done.push(`open ${url}`);
    },
    setTimeout: () => 0,
  };
  return { device: createWebDevice(window as unknown as Window), done };
}

const shellOf = ({ page }: FakeNative) => {
  const channel = findNativeChannel(page);
  assert.isDefined(channel);
  return createWebviewShell(channel, location.origin);
};

const nativeWorld =
  (system: 'android' | 'ios') =>
  async ({ place, clipboard, online = true }: World): Promise<DeviceWorld> => {
    const done: string[] = [];
    const note =
      (word: string, member: string, value: unknown = null) =>
      (args: Readonly<Record<string, unknown>>) => {
        done.push(`${word} ${args[member]}`.trim());
        return value;
      };
    const vibrate = () => done.push('vibrate') > 0;
    const located = typeof place === 'object' ? { ...place, at: Date.now() } : failing(String(place));
    const native = fakeNative(system, {
      locate: place === 'silent' ? SILENT : located,
      network: { online, kind: online ? 'wifi' : 'none', saveData: false },
      copyText: clipboard === 'denied' ? failing('denied') : note('copy', 'text'),
      dial: note('dial', 'number'),
      openUrl: note('open', 'url'),
      saveImage: note('save', 'fileName'),
      vibrate,
      haptic: vibrate,
      scan: { text: 'https://park.example/p/12', format: 'qr_code' },
      share: true,
      stepUp: null,
    });
    return { device: await shellOf(native).device(), done };
  };

describeDevice('the browser', webWorld);
describeDevice('an Android webview', nativeWorld('android'));
describeDevice('an iOS webview', nativeWorld('ios'));

describe('the webview’s shell', () => {
  for (const system of ['android', 'ios'] as const) {
    it(`takes a customer over from ${system}, once the native side has answered for this origin`, async () => {
      const native = fakeNative(system, { takeHandoffCode: 'h'.repeat(40) });
      assert.equal(await shellOf(native).takeHandoffCode(), 'h'.repeat(40));
      assert.deepEqual(
        native.asked.map(({ method }) => method),
        ['hello', 'takeHandoffCode'],
      );
      assert.deepInclude(native.asked[0]?.args, { version: 1, origin: location.origin });
    });
  }

  it('says nothing more to a native side that hosts another origin or speaks another version', async () => {
    for (const hello of [
      { version: 1, origin: 'https://evil.example', features: [] },
      { version: 2, origin: location.origin, features: [] },
      { version: 1, origin: location.origin },
      null,
    ]) {
      const native = fakeNative('android', { hello, takeHandoffCode: 'h'.repeat(40) });
      const shell = shellOf(native);
      assert.isUndefined(await shell.takeHandoffCode());
      shell.setChromeColour('#ffffff');
      assert.equal(await codeOf(shell.device()), 'ERR_CAPABILITY_NATIVE');
      assert.equal(native.asked.length, 1);
    }
  });

  it('is not looked for in a frame, nor on a page without a secure context', () => {
    const { page } = fakeNative('android', {});
    assert.isDefined(findNativeChannel(page));
    assert.isUndefined(findNativeChannel({ ...page, top: window } as Window));
    const insecure = { ...page, isSecureContext: false } as Record<string, unknown>;
    insecure.top = insecure;
    assert.isUndefined(findNativeChannel(insecure as unknown as Window));
  });

  it('hears nothing of what windows post to each other', async () => {
    const native = fakeNative('ios', { locate: SILENT });
    const device = await shellOf(native).device();
    const leaving = new AbortController();
    const asked = device.locate({ precise: false, signal: leaving.signal });
    const id = native.asked.length;
    postMessage(JSON.stringify({ portico: 1, id, ok: true, value: { latitude: 0 } }), '*');
    await new Promise((resolve) => setTimeout(resolve, 30));
    leaving.abort();
    assert.equal(await codeOf(asked), 'ERR_BRIDGE_ABORTED');
    assert.deepInclude(native.asked.at(-1), { method: 'abort', args: { id } });
  });

  it('ignores answers nobody waits for and words of another protocol', async () => {
    const native = fakeNative('android', { copyText: null });
    const device = await shellOf(native).device();
    for (const word of ['', 'null', '[]', '{', { portico: 2, id: 1 }, { portico: 1, id: 99, ok: true }, { id: 1 }]) {
      native.say(word);
    }
    assert.equal(await codeOf(device.copyText('x')), 'no error');
  });

  it('takes no answer that is not what was asked for', async () => {
    const wrong: readonly [string, unknown][] = [
      ['locate', { latitude: 91, longitude: 0, accuracy: 1, at: 0 }],
      ['locate', { latitude: '31', longitude: 0, accuracy: 1, at: 0 }],
      ['locate', null],
      ['network', { online: 'yes', kind: 'wifi' }],
      ['network', { online: true, kind: '5G' }],
      ['scan', { text: 'x'.repeat(8_001), format: 'qr_code' }],
      ['scan', { text: 1, format: 'qr_code' }],
      ['vibrate', 'yes'],
    ];
    const signal = new AbortController().signal;
    for (const [method, answer] of wrong) {
      const device = await shellOf(fakeNative('android', { [method]: answer })).device();
      const asked = {
        locate: () => device.locate({ precise: false, signal }),
        network: () => device.network(),
        scan: () => device.scan({ kinds: ['qr'], signal }),
        vibrate: () => device.vibrate(10),
      }[method];
      assert.equal(await codeOf(asked?.() ?? Promise.resolve()), 'ERR_CAPABILITY_NATIVE', `${method} ${answer}`);
    }
  });

  it('knows a closed scanner from a failed one', async () => {
    const signal = new AbortController().signal;
    const closed = await shellOf(fakeNative('ios', { scan: null })).device();
    assert.isUndefined(await closed.scan({ kinds: ['qr'], signal }));
    const failed = await shellOf(fakeNative('ios', { scan: { [FAILS]: 'denied' } })).device();
    assert.equal(await codeOf(failed.scan({ kinds: ['qr'], signal })), 'ERR_CAPABILITY_DENIED');
  });

  it('passes on that memory is short, until told to stop', async () => {
    const native = fakeNative('ios', {});
    const device = await shellOf(native).device();
    const heard: string[] = [];
    const stop = device.watchMemory((level) => heard.push(level));
    native.say({ portico: 1, event: 'memory', payload: { level: 'critical' } });
    native.say({ portico: 1, event: 'memory', payload: { level: 'none' } });
    stop();
    native.say({ portico: 1, event: 'memory', payload: { level: 'low' } });
    assert.deepEqual(heard, ['critical']);
  });

  it('is the one that is made when there is a native side, and the browser’s otherwise', async () => {
    const native = fakeNative('android', { takeHandoffCode: 'h'.repeat(40) });
    assert.equal(await createNativeShell(native.page).takeHandoffCode(), 'h'.repeat(40));
    assert.isUndefined(await createNativeShell(window).takeHandoffCode());
    assert.equal((await createNativeShell(window).device()).features.size, 0);
  });
});
