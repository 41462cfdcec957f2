/** The browser as shell: nobody hands a customer over, and the bars take the page's theme colour. */
import type { NativeShell } from './native-shell.ts';

export function createWebShell(page: Document): NativeShell {
  return {
    takeHandoffCode: async () => undefined,
    setChromeColour(colour) {
      page.querySelector('meta[name="theme-color"]')?.setAttribute('content', colour);
    },
  };
}
