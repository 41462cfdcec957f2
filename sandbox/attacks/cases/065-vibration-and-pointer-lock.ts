import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';
import { codeOfRejected, membersOf } from '../outcome.ts';

export const attack: Attack = {
  id: '65',
  group: 'interface',
  title: 'lock the pointer, the keyboard and the orientation, open windows over others, vibrate',
  expected: 'denied, even after a tap; that a tapped app may vibrate is the browser’s own, see decision 192',
  parts: {
    async try(): Promise<JsonValue> {
      const refused = async (run: () => unknown) => (await codeOfRejected(run)) ?? 'granted';
      return {
        vibrate: navigator.vibrate?.([1]) ?? false,
        pointerLock: await refused(() => document.body.requestPointerLock()),
        keyboardLock: await refused(() => Reflect.get(navigator, 'keyboard')?.lock() ?? Promise.reject('none')),
        orientation: await refused(() => Reflect.get(screen.orientation, 'lock').call(screen.orientation, 'landscape')),
        pictureInPicture: await refused(
          () => Reflect.get(window, 'documentPictureInPicture')?.requestWindow() ?? Promise.reject('none'),
        ),
        screenDetails: await refused(() => Reflect.get(window, 'getScreenDetails')?.() ?? Promise.reject('none')),
        eyeDropper: await refused(() => {
          const Dropper = Reflect.get(window, 'EyeDropper');
          return Dropper ? new Dropper().open({ signal: AbortSignal.timeout(100) }) : Promise.reject('none');
        }),
      };
    },
  },
  async judge({ open }) {
    const { page, run } = await open();
    await page.mouse.click(195, 500);
    for (const [what, outcome] of Object.entries(membersOf(await run('try')))) {
      if (what !== 'vibrate') holds(outcome !== 'granted', `${what} was granted`);
    }
  },
};
