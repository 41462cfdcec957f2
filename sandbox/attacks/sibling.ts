import type { Frame } from 'playwright-core';
import type { OpenLab, World } from './bench.ts';

/**
 * A second app in the page of the first, as the container mounts one: sandboxed, in a closed shadow root. Today's player
 * shows one app at a time; what keeps two apart must hold before it shows two.
 */
export async function addSibling({ page }: OpenLab, world: World): Promise<Frame> {
  const other = await world.app('other');
  const frameUrl = await world.frameUrl(other);
  const arrived = page.waitForEvent('framenavigated', (frame) => frame.url().startsWith(frameUrl));
  // A site waits on its own way in until the container lets it on; its page there is of its origin all the same.
  const sandbox = `allow-scripts allow-forms${other.level === 'origin' ? ' allow-same-origin' : ''}`;
  await page.evaluate(
    ([src, tokens]) => {
      const mount = document.createElement('div');
      document.body.append(mount);
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', tokens);
      frame.src = `${src}#${crypto.randomUUID()}`;
      mount.attachShadow({ mode: 'closed' }).append(frame);
    },
    [frameUrl, sandbox] as const,
  );
  return arrived;
}
