/** The bank's native app as shell, over the protocol of docs/guide/native-shell.md. */
import type { NativeDevice } from '../native-device.ts';
import type { NativeShell } from '../native-shell.ts';
import { readDone, readNetwork, readPlace, readScanned } from './answers.ts';
import type { NativeChannel } from './channel.ts';
import { createNativeCaller, type NativeCaller } from './native-caller.ts';
import { membersOf, PROTOCOL_VERSION, parseHello } from './protocol.ts';

const HELLO_MS = 3_000;
const CODE = /^[\x21-\x7e]{8,512}$/;

export function createWebviewShell(channel: NativeChannel, origin: string): NativeShell {
  const native = createNativeCaller(channel);
  // Nothing else is said before the native side has answered for this origin.
  const features = native
    .ask('hello', { version: PROTOCOL_VERSION, origin }, { deadlineMs: HELLO_MS })
    .then((answer) => parseHello(answer, origin));
  const ask: NativeCaller['ask'] = async (...question) => {
    await features;
    return native.ask(...question);
  };
  // Whoever needs the answer hears of the fault; until then nobody waits for it.
  features.catch(() => undefined);
  return {
    async takeHandoffCode() {
      try {
        const code = await ask('takeHandoffCode');
        return typeof code === 'string' && CODE.test(code) ? code : undefined;
      } catch (error) {
        // The customer then signs in as in a browser.
        console.warn('portico: the native app handed nobody over', error);
        return undefined;
      }
    },
    setChromeColour(colour) {
      ask('setChromeColour', { colour }).catch((error: unknown) => {
        console.info('portico: the bars kept their colour', error);
      });
    },
    device: async () => webviewDevice(native, await features),
  };
}

function webviewDevice(native: NativeCaller, features: NativeDevice['features']): NativeDevice {
  const shown = (signal: AbortSignal) => ({ signal, deadlineMs: null });
  return {
    features,
    locate: async ({ precise, signal }) => readPlace(await native.ask('locate', { precise }, { signal })),
    network: async () => readNetwork(await native.ask('network')),
    async copyText(text) {
      await native.ask('copyText', { text });
    },
    async dial(number) {
      await native.ask('dial', { number });
    },
    vibrate: async (ms) => readDone('vibrate', await native.ask('vibrate', { ms })),
    haptic: async (kind) => readDone('haptic', await native.ask('haptic', { kind })),
    async openUrl(url) {
      await native.ask('openUrl', { url });
    },
    async saveImage(image, fileName) {
      await native.ask('saveImage', { type: image.type, base64: await base64Of(image), fileName });
    },
    share: async (card) => readDone('share', await native.ask('share', { ...card }, { deadlineMs: null })),
    scan: async ({ kinds, signal }) => readScanned(await native.ask('scan', { kinds }, shown(signal))),
    async stepUp(level, signal) {
      await native.ask('stepUp', { level }, shown(signal));
    },
    watchMemory: (short) =>
      native.on('memory', (payload) => {
        const { level } = membersOf(payload);
        if (level === 'low' || level === 'critical') short(level);
      }),
  };
}

/** Without the `data:` prefix. */
async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
