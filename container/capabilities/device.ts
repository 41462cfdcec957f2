/** `device.*` and `clipboard.*`: the customer's device, through the native app or the browser. */
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { CapabilityHandlers } from '../../sandbox/host/index.ts';
import type { NativeDevice, NativeShell, Place } from '../services/native-shell/index.ts';
import type { OpenApp } from '../state/open-app.ts';
import type { Sheets } from '../state/sheets.ts';
import { covering } from './cover.ts';

type DeviceHandlers = Pick<
  CapabilityHandlers,
  'device.scan' | 'device.location' | 'device.network' | 'device.phoneCall' | 'device.vibrate' | 'clipboard.write'
>;

/** Two places of a degree are about a kilometre. */
const ROUGH = 100;
const ROUGH_METRES = 1_000;

/** Told only as precisely as was agreed to, whatever the device gave. */
export function placeFor({ latitude, longitude, accuracy, at }: Place, precise: boolean) {
  const round = (degrees: number): number => Math.round(degrees * ROUGH) / ROUGH;
  const where = precise
    ? { latitude, longitude, accuracy }
    : { latitude: round(latitude), longitude: round(longitude), accuracy: Math.max(accuracy, ROUGH_METRES) };
  return { ...where, at: at.toISOString() };
}

export function deviceCapability(
  app: OpenApp,
  parts: {
    sheets: Pick<Sheets, 'ask' | 'toast'>;
    nativeShell: Pick<NativeShell, 'device'>;
    /** What the customer reads when something was put on their clipboard. */
    copied: (appName: string) => string;
  },
): DeviceHandlers {
  const { sheets, nativeShell, copied } = parts;
  const { asker } = app;
  const device = (): Promise<NativeDevice> => nativeShell.device();

  return {
    'device.scan': async ({ kinds = ['qr', 'barcode'] }, { signal }) => {
      const native = await device();
      const found = await covering(app, () =>
        native.features.has('scan') ? native.scan({ kinds, signal }) : sheets.ask('scan', { asker, kinds }, signal),
      );
      if (!found) throw new PorticoError(signal.aborted ? 'ERR_BRIDGE_ABORTED' : 'ERR_CAPABILITY_CANCELLED');
      return { ...found };
    },

    'device.location': async ({ precise = false }, { signal }) =>
      placeFor(await (await device()).locate({ precise, signal }), precise),

    'device.network': async () => ({ ...(await (await device()).network()) }),

    'device.phoneCall': async ({ number }, { signal }) => {
      const called = await covering(app, () => sheets.ask('call', { asker, number }, signal));
      if (called) await (await device()).dial(number);
      return { called: called === true };
    },

    'device.vibrate': async ({ ms }) => ({ done: await (await device()).vibrate(ms) }),

    'clipboard.write': async ({ text }) => {
      await (await device()).copyText(text);
      sheets.toast(copied(asker.name));
      return null;
    },
  };
}
