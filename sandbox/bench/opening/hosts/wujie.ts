import { startApp } from 'wujie';
import { drawTile } from './tile.ts';

/**
 * wujie runs the app's script in one document and shows its elements in another. An element defined in the first is
 * never upgraded in the second, so that custom elements take these from the page, by the hook it offers for such things.
 */
const ofThePage = ['customElements', 'HTMLElement', 'ShadowRoot', 'CSSStyleSheet'] as const;

drawTile(({ entry, place }) => {
  void startApp({
    name: 'parking',
    url: entry,
    el: place,
    // What its guide advises: the script's frame need not load the page a second time.
    attrs: { src: '/empty' },
    plugins: [
      {
        windowPropertyOverride(appWindow) {
          for (const name of ofThePage) Object.defineProperty(appWindow, name, { value: window[name] });
        },
      },
    ],
  });
});
