/** How late the host's timer and a sibling's round trips are while a guest spins, in a realm of ours and in a plain iframe. */
import { launchBrowser } from '../../../docs/checks/product/browser.ts';
import { bundle } from '../bundle.ts';
import { type HostServer, serveHostPage } from '../host-server.ts';
import type { SiteFiles } from '../site-files.ts';
import { quantile } from '../statistics.ts';
import { SPIN_MS } from './drive.ts';

export interface Lateness {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}
export interface Responsiveness {
  readonly scene: Scene;
  /** A 10 ms timer of the host. */
  readonly timer: Lateness;
  /** Round trips of a sibling of the spinning guest. */
  readonly pings: Lateness | undefined;
}

/** What is open in the host page; ours in realms, the others in plain iframes without our headers. */
const scenes = {
  alone: { plain: false, guests: [] },
  idle: { plain: false, guests: ['sealed-sibling', 'idle'] },
  frame: { plain: false, guests: ['sealed-sibling', 'frame-spinner'] },
  worker: { plain: false, guests: ['sealed-sibling', 'worker-spinner'] },
  'plain-idle': { plain: true, guests: ['plain-sibling', 'idle'] },
  'plain-frame': { plain: true, guests: ['plain-sibling', 'frame-spinner'] },
  'plain-worker': { plain: true, guests: ['plain-sibling', 'worker-spinner'] },
} as const;
export type Scene = keyof typeof scenes;
const names = Object.keys(scenes) as Scene[];

/** Begins before the spinning does, ends after it. */
const WATCHED_MS = SPIN_MS + 1_000;

export async function benchResponsiveness({ short }: { readonly short: boolean }): Promise<readonly Responsiveness[]> {
  const apps = await guestApps();
  const ours = await serveHostPage({ page: 'realms/page.ts', apps });
  const bare = await serveHostPage({ page: 'realms/page.ts', apps, ownProcesses: false });
  const browser = await launchBrowser();
  try {
    const late = new Map(names.map((scene) => [scene, { timer: [] as number[], pings: [] as number[] }]));
    for (let round = 0; round < (short ? 1 : 3); round += 1) {
      for (const scene of short ? (['alone', 'frame', 'plain-frame'] as const) : names) {
        const page = await browser.newPage();
        page.on('pageerror', (error) => console.error(`responsiveness bench: ${error.message}`));
        const measured = await watch(page, scenes[scene].plain ? bare : ours, scene);
        late.get(scene)?.timer.push(...measured.timer);
        late.get(scene)?.pings.push(...measured.pings);
        await page.close();
      }
    }
    return [...late].flatMap(([scene, { timer, pings }]) =>
      timer.length === 0
        ? []
        : [{ scene, timer: lateness(timer), pings: pings.length === 0 ? undefined : lateness(pings) }],
    );
  } finally {
    await browser.close();
    await ours.close();
    await bare.close();
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof launchBrowser>>['newPage']>>;

async function watch(page: Page, server: HostServer, scene: Scene) {
  const { plain, guests } = scenes[scene];
  await page.goto(server.hostPage);
  for (const name of guests) {
    if (plain) await page.evaluate((url) => window.hostDrive.plain(url), server.siteUrl(name));
    else {
      const types = { 'index.html': 'text/html', 'guest.js': 'text/javascript' };
      await page.evaluate(([n, url, t]) => window.hostDrive.sealed(n, url, t), [
        name,
        server.frameUrl(name),
        types,
      ] as const);
    }
  }
  // The last guest has said that it is there, and spins soon.
  return page.evaluate(async (ms) => {
    const timer = await window.hostDrive.lateness(ms);
    // A ping that waits for a host which only now is free again.
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { timer, pings: window.hostDrive.pings(ms + 100) };
  }, WATCHED_MS);
}

async function guestApps(): Promise<ReadonlyMap<string, SiteFiles>> {
  const page = '<!doctype html><title>Guest</title><body>Guest<script type="module" src="portico:/guest.js"></script>';
  const wanted = [...new Set(names.flatMap((scene) => [...scenes[scene].guests]))];
  const apps = wanted.map(async (name): Promise<[string, SiteFiles]> => {
    const script = await bundle(`realms/guests/${name}.ts`, 'esm');
    return [
      name,
      new Map([
        ['index.html', Buffer.from(page)],
        ['guest.js', Buffer.from(script)],
      ]),
    ];
  });
  return new Map(await Promise.all(apps));
}

const lateness = (samples: readonly number[]): Lateness => ({
  p50: quantile(samples, 0.5),
  p99: quantile(samples, 0.99),
  max: Math.max(...samples),
});
