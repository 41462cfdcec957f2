import type { NativeShell } from './native-shell.ts';
import { createWebShell } from './web.ts';
import { findNativeChannel, type NativeChannel } from './webview/channel.ts';

/** The native app's shell where there is one, else the browser's. */
export function createNativeShell(page: Window): NativeShell {
  const channel = findNativeChannel(page);
  return channel ? deferred(channel, page.location.origin) : createWebShell(page);
}

/** In a browser nobody downloads what speaks to a native app. */
function deferred(channel: NativeChannel, origin: string): NativeShell {
  const loaded = import('./webview/webview-shell.ts').then(({ createWebviewShell }) =>
    createWebviewShell(channel, origin),
  );
  return {
    takeHandoffCode: async () => (await loaded).takeHandoffCode(),
    setChromeColour(colour) {
      loaded.then(
        (shell) => shell.setChromeColour(colour),
        (error: unknown) => console.info('portico: the bars kept their colour', error),
      );
    },
    device: async () => (await loaded).device(),
  };
}
