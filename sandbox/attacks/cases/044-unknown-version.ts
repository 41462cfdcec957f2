import type { Attack } from '../attack.ts';

/** A loader of the future or the past: it knows its nonce, and names versions that the host does not speak. */
const loaderOf = (versions: string): string => `<!doctype html><script>
  window.heard = 0;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { heard += 1; };
  addEventListener('message', () => { heard += 1; });
  parent.postMessage({ portico: 'loader', versions: ${versions}, nonce: location.hash.slice(1) }, '*', [port2]);
</script>`;

const refused: readonly string[] = ['[]', '[0, 2, 99]', '[1.5]', '["1"]', 'Array(17).fill(1)'];

export const attack: Attack = {
  id: '44',
  group: 'bridge',
  atOrigin: { because: 'a site greets by itself; 176 greets with odd versions from there' },
  title: `shake hands with unknown, older and malformed versions, in ${refused.length} ways`,
  expected: 'no port is handed over; the session fails closed',
  async judge({ open, world }) {
    const context = await world.context({ serviceWorkers: 'block' });
    const one = async (versions: string): Promise<void> => {
      const headers = { 'content-type': 'text/html', 'allow-csp-from': '*' };
      const lab = await open({
        context,
        starts: false,
        before: async (page) => {
          await page.route(/\/frame\.html/, (route) => route.fulfill({ body: loaderOf(versions), headers }));
        },
      });
      await lab.ended(20_000);
      await lab.gone();
    };
    await Promise.all(refused.map(one));
  },
};
