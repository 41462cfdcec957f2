import type { Frame } from 'playwright-core';
import type { OpenLab, World } from './bench.ts';

/**
 * A second app in the page of the first, as the container mounts one: sandboxed, in a closed shadow root. Today's player
 * shows one app at a time; what keeps two apart must hold before it shows two.
 */
export async function addSibling({ page }: OpenLab, world: World): Promise<Frame> {
  const other = await world.app('other');
  const frameUrl = await world.frameUrl(other);
  // By an address of its own: the container may show the browser the same page, and take it away again.
  const src = `${frameUrl}#${crypto.randomUUID()}`;
  const arrived = page.waitForEvent('framenavigated', (frame) => frame.url() === src);
  // A site waits on its own way in until the container lets it on; its page there is of its origin all the same.
  const sandbox = `allow-scripts allow-forms${other.level === 'origin' ? ' allow-same-origin' : ''}`;
  await page.evaluate(
    ([address, tokens]) => {
      const mount = document.createElement('div');
      document.body.append(mount);
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', tokens);
      frame.src = address;
      mount.attachShadow({ mode: 'closed' }).append(frame);
    },
    [src, sandbox] as const,
  );
  const frame = await arrived;
  await frame.waitForLoadState('domcontentloaded');
  return frame;
}
