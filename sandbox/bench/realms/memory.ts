/** What open apps cost in memory: in the container of the running product, and in plain iframes on hosts of their own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchDevtools } from '../devtools.ts';
import { serveHostPage } from '../host-server.ts';
import type { SiteFiles } from '../site-files.ts';
import { median } from '../statistics.ts';

/** An app that is live in the product, and as it was packed. */
export interface MemoryApp {
  readonly appId: string;
  /** Its entry says `painted`. */
  readonly packed: SiteFiles;
}

/** Megabytes (2^20) of proportional set size; medians over the rounds. */
export interface MemorySide {
  /** The processes that hold the apps, divided by the number of apps. */
  readonly perApp: number;
  /** The apps' processes, and what the page's have grown by. */
  readonly added: number;
  /** The processes of the page around the apps, with all of them open. */
  readonly page: number;
}
export interface MemoryBench {
  readonly rounds: number;
  readonly container: MemorySide;
  readonly plain: MemorySide;
  /** Container by plain, medians over the rounds. */
  readonly ratio: MemorySide;
}

interface Side {
  readonly address: string;
  /** JavaScript: done when every process that the page has for itself has begun. */
  readonly complete: string;
  /** JavaScript; each is done when its app has been painted. */
  readonly openers: readonly string[];
}

/** By then a browser has started all it has of its own. */
const STARTED_MS = 1_000;
const OPENS_WITHIN_MS = 20_000;
/** As high as the container's bar above an app. */
const BAR = '52px';
const quoted = (value: unknown): string => JSON.stringify(value);

/** Opens the apps one after the other and leaves them open: the last one on the screen, the others out of sight. */
export async function benchMemory(
  { origin, apps }: { readonly origin: string; readonly apps: readonly MemoryApp[] },
  { short }: { readonly short: boolean },
): Promise<MemoryBench> {
  const hosts = new Map(apps.map(({ packed }, at) => [`app-${at + 1}`, packed]));
  const server = await serveHostPage({ page: 'realms/page.ts', apps: hosts });
  const inContainer = (appId: string): string => `new Promise((resolve) => {
    addEventListener('message', ({ data }) => data?.bench === 'painted' && resolve());
    history.pushState(null, '', ${quoted(`/app/${appId}`)});
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  })`;
  const inPlainPage = (url: string): string => `(async () => {
    for (const place of document.querySelectorAll('body > div')) place.hidden = true;
    const painted = hostDrive.plain(${quoted(url)});
    Object.assign(document.body.lastElementChild.style, { position: 'fixed', inset: '${BAR} 0 0', width: '', height: '' });
    await painted;
  })()`;
  // The service worker may have a process of its own, which on a busy machine would seem to come with the apps.
  const complete = 'navigator.serviceWorker.ready.then(() => null)';
  const container = { address: `${origin}/`, complete, openers: apps.map(({ appId }) => inContainer(appId)) };
  const plain = {
    address: server.hostPage,
    complete: 'null',
    openers: [...hosts.keys()].map((name) => inPlainPage(server.siteUrl(name))),
  };
  // What a process does after its app has been painted (compiling, collecting) is over by then.
  const settleMs = short ? 1_000 : 3_000;
  const rounds: { readonly container: MemorySide; readonly plain: MemorySide }[] = [];
  try {
    for (let round = 0; round < (short ? 1 : 5); round += 1) {
      // Whoever comes first in one round is second in the next.
      const first = await measure(round % 2 === 0 ? container : plain, settleMs);
      const second = await measure(round % 2 === 0 ? plain : container, settleMs);
      rounds.push(round % 2 === 0 ? { container: first, plain: second } : { container: second, plain: first });
    }
  } finally {
    await server.close();
  }
  const middle = (value: (round: (typeof rounds)[number], of: keyof MemorySide) => number): MemorySide => ({
    perApp: median(rounds.map((round) => value(round, 'perApp'))),
    added: median(rounds.map((round) => value(round, 'added'))),
    page: median(rounds.map((round) => value(round, 'page'))),
  });
  return {
    rounds: rounds.length,
    container: middle((round, of) => round.container[of]),
    plain: middle((round, of) => round.plain[of]),
    ratio: middle((round, of) => round.container[of] / round.plain[of]),
  };
}

/** In a browser of its own each time: one that has had frames before keeps some of what they needed. */
async function measure({ address, complete, openers }: Side, settleMs: number): Promise<MemorySide> {
  const profile = mkdtempSync(join(tmpdir(), 'portico-bench-profile-'));
  // A renderer that waits for whoever comes next would be counted by chance.
  const browser = await launchDevtools(profile, { without: ['SpareRendererForSitePerProcess'] });
  try {
    await pause(STARTED_MS);
    // The browser's own, and the empty tab that it starts with.
    const others = await browser.rendererPids();
    const ours = async (): Promise<readonly number[]> =>
      (await browser.rendererPids()).filter((pid) => !others.includes(pid));
    const tab = await browser.openTab();
    // Nothing is got ready before it is opened: what is there already would not be counted.
    await tab.beforeEachPage(
      `Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) })`,
    );
    await tab.goTo(address);
    await tab.evaluate(inTime(complete));
    await pause(settleMs);
    const page = await ours();
    const before = sum(page);
    for (const open of openers) await tab.evaluate(inTime(open));
    await pause(settleMs);
    let all = await ours();
    // A process that was started for a frame and given up when its headers came takes a moment to end.
    for (let look = 0; look < 50 && all.length > page.length + openers.length; look += 1) {
      await pause(200);
      all = await ours();
    }
    const holding = all.filter((pid) => !page.includes(pid));
    if (holding.length !== openers.length || all.length !== page.length + holding.length) {
      const seen = (await browser.targets()).join('\n');
      throw new Error(
        `${openers.length} apps came with ${holding.length} processes, beside the page’s ${page.length}:\n${seen}`,
      );
    }
    return {
      perApp: sum(holding) / openers.length,
      added: sum(all) - before,
      page: sum(page),
    };
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const inTime = (open: string): string => `Promise.race([${open}, new Promise((_resolve, reject) => {
  setTimeout(reject, ${OPENS_WITHIN_MS}, new Error('the page or an app was not there within ${OPENS_WITHIN_MS} ms'));
})])`;

const sum = (pids: readonly number[]): number => pids.map(proportionalSet).reduce((total, value) => total + value, 0);

/** Megabytes; memory that several processes share is divided among them. Linux only. */
function proportionalSet(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}
