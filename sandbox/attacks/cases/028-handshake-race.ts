import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

/** A document that came to the frame's address in place of the frame page and greets before anybody else does. */
const impostor = `<!doctype html><script>
  window.heard = [];
  const hear = ({ data, ports }) => heard.push([String(data && data.portico), ports.length]);
  addEventListener('message', hear);
  const greet = (nonce, ports) => {
    const channels = Array.from({ length: ports }, () => new MessageChannel());
    for (const { port1 } of channels) port1.onmessage = hear;
    try { parent.postMessage({ portico: 'loader', versions: [1], nonce }, '*', channels.map(({ port2 }) => port2)); } catch {}
  };
  for (const nonce of ['', '0', 'undefined', crypto.randomUUID(), [location.hash.slice(1)], null, { toString: () => 'x' }])
    greet(nonce, 1);
  for (const ports of [0, 2]) greet(location.hash.slice(1), ports);
</script>`;

/** The policy that the container's frame element asks for would keep any other page out; this one agrees to it. */
export const impostorHeaders = { 'content-type': 'text/html', 'allow-csp-from': '*' };

export const attack: Attack = {
  id: '28',
  group: 'bridge',
  atOrigin: { because: 'whatever stands in at its own origin is the site itself; 26 and 176 forge from there' },
  title: 'greet the host first with a guessed nonce, or the right one and no port or two',
  expected: 'no port and no file is handed over; the app is reported as out of reach',
  async judge({ open, world }) {
    // A service worker of the container does not see other hosts' pages; the browser's cache might answer instead of us.
    const context = await world.context({ serviceWorkers: 'block' });
    const lab = await open({
      context,
      starts: false,
      before: async (page) => {
        await page.route(/\/frame\.html/, (route) => route.fulfill({ body: impostor, headers: impostorHeaders }));
      },
    });
    let heard: unknown;
    for (let tries = 0; tries < 200 && heard === undefined; tries += 1) {
      await lab.page.waitForTimeout(50);
      heard = await lab
        .frame()
        ?.evaluate(() => Reflect.get(window, 'heard'))
        .catch(() => undefined);
    }
    holds(Array.isArray(heard), `the impostor did not run, so nothing was tried: ${lab.frame()?.url()}`);
    await lab.page.waitForTimeout(500);
    const later = await lab
      .frame()
      ?.evaluate(() => Reflect.get(window, 'heard'))
      .catch(() => []);
    same(later ?? [], [], 'what the host said to the impostor');
    await lab.ended();
  },
};
