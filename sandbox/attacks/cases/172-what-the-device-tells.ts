import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { codeOfRejected, membersOf } from '../outcome.ts';

type Callable = (...given: unknown[]) => unknown;
const call = (path: string, ...given: unknown[]): unknown => {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let owner: unknown = window;
  for (const name of names) owner = typeof owner === 'object' && owner !== null ? Reflect.get(owner, name) : undefined;
  if (typeof owner !== 'object' || owner === null) throw new TypeError(`no ${path}`);
  const found: unknown = Reflect.get(owner, last);
  if (typeof found !== 'function') throw new TypeError(`no ${path}`);
  return (found as Callable).apply(owner, given);
};
const make = (name: string, ...given: unknown[]): object => {
  const found: unknown = Reflect.get(window, name);
  if (typeof found !== 'function') throw new TypeError(`no ${name}`);
  return Reflect.construct(found, given);
};
/** Resolves once it has a reading; a device without the part has none, which is no merit of the wall. */
const reading = (sensor: object): Promise<unknown> =>
  new Promise((resolve, reject) => {
    Object.assign(sensor, { onreading: resolve, onerror: ({ error }: { error: unknown }) => reject(error) });
    Reflect.apply(Reflect.get(sensor, 'start'), sensor, []);
    setTimeout(() => reject(new TypeError('no reading')), 300);
  });

/** An answer of no is a refusal too. */
const told = async (answer: unknown): Promise<true> => {
  if ((await answer) !== true) throw new TypeError('no');
  return true;
};

const asks: Readonly<Record<string, () => unknown>> = {
  bluetooth: () => call('navigator.bluetooth.requestDevice', { acceptAllDevices: true }),
  usb: () => call('navigator.usb.requestDevice', { filters: [] }),
  hid: () => call('navigator.hid.requestDevice', { filters: [] }),
  serial: () => call('navigator.serial.requestPort'),
  midi: () => call('navigator.requestMIDIAccess', { sysex: true }),
  nfc: () => Reflect.apply(Reflect.get(make('NDEFReader'), 'scan'), make('NDEFReader'), []),
  fonts: () => call('queryLocalFonts'),
  screens: () => call('getScreenDetails'),
  idle: () => call('IdleDetector.requestPermission'),
  pressure: () =>
    Reflect.apply(
      Reflect.get(
        make('PressureObserver', () => 0),
        'observe',
      ),
      make('PressureObserver', () => 0),
      ['cpu'],
    ),
  keyboardMap: () => call('navigator.keyboard.getLayoutMap'),
  keyboardLock: () => call('navigator.keyboard.lock'),
  microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
  screenCapture: () => navigator.mediaDevices.getDisplayMedia(),
  speaker: () => call('navigator.mediaDevices.selectAudioOutput'),
  speech: () => {
    const recognition = make('webkitSpeechRecognition');
    return new Promise((resolve, reject) => {
      Object.assign(recognition, {
        onstart: resolve,
        onerror: ({ error }: { error: string }) => reject(new TypeError(error)),
      });
      Reflect.apply(Reflect.get(recognition, 'start'), recognition, []);
    });
  },
  filePicker: () => call('showOpenFilePicker'),
  folderPicker: () => call('showDirectoryPicker'),
  savePicker: () => call('showSaveFilePicker'),
  contacts: () => call('navigator.contacts.select', ['tel']),
  presentation: () =>
    Reflect.apply(
      Reflect.get(make('PresentationRequest', ['cast:x']), 'start'),
      make('PresentationRequest', ['cast:x']),
      [],
    ),
  share: () => navigator.share({ text: 'x' }),
  xr: () => call('navigator.xr.requestSession', 'immersive-vr'),
  accelerometer: () => reading(make('Accelerometer')),
  gyroscope: () => reading(make('Gyroscope')),
  magnetometer: () => reading(make('Magnetometer')),
  ambientLight: () => reading(make('AmbientLightSensor')),
  orientation: () =>
    new Promise((resolve, reject) => {
      addEventListener('deviceorientation', resolve);
      setTimeout(() => reject(new TypeError('no event')), 300);
    }),
  sms: () =>
    navigator.credentials.get(Object.assign({}, { otp: { transport: ['sms'] }, signal: AbortSignal.timeout(300) })),
  password: () => navigator.credentials.get(Object.assign({}, { password: true, mediation: 'silent' as const })),
  identity: () =>
    navigator.credentials.get(
      Object.assign(
        {},
        { digital: { requests: [{ protocol: 'openid4vp', data: {} }] }, signal: AbortSignal.timeout(300) },
      ),
    ),
  passkey: () =>
    navigator.credentials.create({
      publicKey: {
        challenge: new Uint8Array(32),
        rp: { name: 'x' },
        user: { id: new Uint8Array(8), name: 'x', displayName: 'x' },
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      },
    }),
  persistentNotification: () =>
    Notification.requestPermission().then((answer) => answer === 'granted' || Promise.reject(new TypeError(answer))),
  pictureInPicture: () => call('documentPictureInPicture.requestWindow'),
  fullscreen: () => document.body.requestFullscreen(),
  pointerLock: () => document.body.requestPointerLock(),
  wakeLock: () => navigator.wakeLock.request('screen'),
  eyeDropper: () => {
    const dropper = make('EyeDropper');
    return Reflect.apply(Reflect.get(dropper, 'open'), dropper, [{ signal: AbortSignal.timeout(100) }]);
  },
  captureHandle: () => call('navigator.mediaDevices.setCaptureHandleConfig', { handle: 'x', exposeOrigin: true }),
  topics: () => call('document.browsingTopics'),
  cohort: () => call('document.interestCohort'),
  privateToken: () => told(call('document.hasPrivateToken', 'https://issuer.example')),
  redemption: () => told(call('document.hasRedemptionRecord', 'https://issuer.example')),
  languageModel: () => call('LanguageModel.create'),
  windowControls: () => call('moveTo', 0, 0) ?? Promise.reject(new TypeError('moves nothing in a frame')),
};

export const attack: Attack = {
  id: '172',
  group: 'interface',
  title: `ask the device for what only a bank's own screen may, in ${Object.keys(asks).length} ways, after a tap`,
  expected: 'refused or absent, and no question is put to the customer in the bank’s name',
  parts: {
    async ask({ pause }): Promise<JsonValue> {
      const report: Record<string, JsonValue> = {};
      for (const [name, go] of Object.entries(asks)) {
        const answer = codeOfRejected(go).then((code) => code ?? 'granted');
        report[name] = await Promise.race([answer, pause(500).then(() => 'no answer')]);
      }
      return report;
    },
  },
  async judge({ open }) {
    const { page, run } = await open();
    const choosers: string[] = [];
    page.on('filechooser', () => choosers.push('file chooser'));
    await page.mouse.click(195, 500);
    const outcomes = membersOf(await run('ask', 30_000));
    holds(Object.keys(outcomes).length === Object.keys(asks).length, `tried ${JSON.stringify(outcomes)}`);
    const granted = Object.entries(outcomes).filter(([, outcome]) => outcome === 'granted' || outcome === 'no answer');
    same(Object.fromEntries(granted), {}, 'granted, or waiting for somebody’s answer');
    same(choosers, []);
  },
};
