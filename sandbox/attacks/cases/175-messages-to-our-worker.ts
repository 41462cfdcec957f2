import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { codeOfRejected, membersOf } from '../outcome.ts';

export const attack: Attack = {
  id: '175',
  group: 'escape',
  only: 'origin',
  title: 'take the site’s worker over: register others, other scopes, other releases, send it words, fill its caches',
  expected: 'every registration is refused, the worker hears nothing, and what it serves are the reviewed bytes',
  parts: {
    async register({ pause }): Promise<JsonValue> {
      const own = (await navigator.serviceWorker.getRegistration())?.active;
      const worker = own?.scriptURL ?? '';
      const scripts: Readonly<Record<string, string>> = {
        code: '/lab.js',
        other: worker.replace(/[0-9a-f]{64}/, '0'.repeat(64)),
        query: `${worker}?mine`,
        blob: URL.createObjectURL(new Blob(['onfetch=()=>0'], { type: 'text/javascript' })),
        data: 'data:text/javascript,onfetch=()=>0',
        loose: '/.portico/sw.js',
      };
      const report: Record<string, JsonValue> = { worker };
      for (const [name, script] of Object.entries(scripts)) {
        const go = () => navigator.serviceWorker.register(script, { scope: `/${name}/` });
        report[name] = (await codeOfRejected(go)) ?? 'registered';
      }
      const answers: unknown[] = [];
      navigator.serviceWorker.onmessage = ({ data }) => answers.push(data);
      for (const word of ['skipWaiting', { type: 'SKIP_WAITING' }, { portico: 'origin', state: 'present' }]) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => answers.push(data);
        own?.postMessage(word, [port2]);
      }
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) await cache.put(request, new Response('window.poisoned = true'));
      }
      await pause(300);
      report.answers = answers.length;
      return report;
    },
    look: () => ({ poisoned: Reflect.get(window, 'poisoned') === true, path: location.pathname }),
    sync: async (): Promise<JsonValue> => {
      const own = await navigator.serviceWorker.getRegistration();
      const tries: Readonly<Record<string, () => unknown>> = {
        sync: () => Reflect.get(Object(own), 'sync').register('x'),
        periodic: () => Reflect.get(Object(own), 'periodicSync').register('x', { minInterval: 1 }),
        push: () => own?.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: 'BA' }),
        notify: () => own?.showNotification('Your bank'),
        preload: () => own?.navigationPreload.setHeaderValue('secret'),
      };
      const report: Record<string, JsonValue> = {};
      for (const [name, go] of Object.entries(tries)) report[name] = (await codeOfRejected(go)) ?? 'granted';
      return report;
    },
  },
  async judge({ open, world }) {
    const context = await world.context();
    const lab = await open({ context });
    const { worker, answers, ...registered } = membersOf(await lab.run('register'));
    holds(String(worker).includes('/.portico/'), `the worker is at ${worker}`);
    for (const [name, outcome] of Object.entries(registered)) holds(outcome !== 'registered', `${name} was registered`);
    same(answers, 0, 'answers of the worker');
    const background = membersOf(await lab.run('sync'));
    for (const way of ['periodic', 'push', 'notify']) holds(background[way] !== 'granted', `${way} was granted`);
    await lab.page.close();
    const again = await open({ context });
    same(await again.run('look'), { poisoned: false, path: '/' });
  },
};
