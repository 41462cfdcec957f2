/** The browser as shell: nobody hands a customer over, and the bars take the page's theme colour. */
import type { NativeShell } from './native-shell.ts';

export function createWebShell(page: Window): NativeShell {
  return {
    takeHandoffCode: async () => undefined,
    setChromeColour(colour) {
      page.document.querySelector('meta[name="theme-color"]')?.setAttribute('content', colour);
    },
    device: async () => (await import('./web-device.ts')).createWebDevice(page),
  };
}
