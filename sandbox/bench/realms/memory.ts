/** What five open apps cost in memory: in realms of ours, and in plain iframes on hosts and in processes of their own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchDevtools, type Tab } from '../devtools.ts';
import { type HostServer, serveHostPage } from '../host-server.ts';
import { contentType, type SiteFiles } from '../site-files.ts';
import { median } from '../statistics.ts';

export interface MemoryBench {
  readonly apps: number;
  readonly rounds: number;
  /** Megabytes (2^20) of proportional set size that one more app costs, all renderers of the browser counted. */
  readonly sealed: number;
  readonly plain: number;
  /** Median over the rounds. */
  readonly ratio: number;
  /** Processes that five apps add. */
  readonly processes: { readonly sealed: number; readonly plain: number };
}

const APPS = 5;
/** What a process does after its app has been painted (compiling, collecting) is over by then. */
const SETTLE_MS = 4_000;

/** @param packed an app whose entry says `painted` */
export async function benchMemory(packed: SiteFiles, { short }: { readonly short: boolean }): Promise<MemoryBench> {
  const rounds = short ? 1 : 5;
  const names = Array.from({ length: APPS }, (_, index) => `app-${index + 1}`);
  const server = await serveHostPage({ page: 'realms/page.ts', apps: new Map(names.map((name) => [name, packed])) });
  const types = Object.fromEntries([...packed.keys()].map((path) => [path, contentType(path)]));
  const openers = {
    sealed: (name: string) =>
      `hostDrive.sealed(${JSON.stringify(name)}, ${JSON.stringify(server.frameUrl(name))}, ${JSON.stringify(types)})`,
    plain: (name: string) => `hostDrive.plain(${JSON.stringify(server.siteUrl(name))})`,
  };
  const grown = { sealed: [] as Growth[], plain: [] as Growth[] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const side of round % 2 === 0 ? (['sealed', 'plain'] as const) : (['plain', 'sealed'] as const)) {
        grown[side].push(await measure(server, names.map(openers[side])));
      }
    }
  } finally {
    await server.close();
  }
  const perApp = (growth: readonly Growth[]): number => median(growth.map(({ megabytes }) => megabytes)) / APPS;
  const added = (growth: readonly Growth[]): number => median(growth.map(({ processes }) => processes));
  return {
    apps: APPS,
    rounds,
    sealed: perApp(grown.sealed),
    plain: perApp(grown.plain),
    ratio: median(grown.sealed.flatMap(({ megabytes }, round) => megabytes / (grown.plain[round]?.megabytes ?? 0))),
    processes: { sealed: added(grown.sealed), plain: added(grown.plain) },
  };
}

interface Growth {
  readonly megabytes: number;
  readonly processes: number;
}

/** In a browser of its own each time: one that has had frames before keeps some of what they needed. */
async function measure(server: HostServer, openers: readonly string[]): Promise<Growth> {
  const profile = mkdtempSync(join(tmpdir(), 'portico-bench-profile-'));
  // A renderer that waits for whoever comes next would be counted by chance.
  const browser = await launchDevtools(profile, { without: ['SpareRendererForSitePerProcess'] });
  try {
    const tab = await browser.openTab();
    await tab.goTo(server.hostPage);
    await settled(tab);
    const before = (await browser.rendererPids()).map(proportionalSet);
    for (const open of openers) await tab.evaluate(open);
    await settled(tab);
    const after = (await browser.rendererPids()).map(proportionalSet);
    return { megabytes: sum(after) - sum(before), processes: after.length - before.length };
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const settled = (tab: Tab): Promise<unknown> =>
  tab.evaluate(`new Promise((resolve) => setTimeout(resolve, ${SETTLE_MS}))`);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Megabytes; memory that several processes share is divided among them. Linux only. */
function proportionalSet(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}
