/** Round trips and throughput of the bridge, beside a bare MessagePort and three libraries, in one page of a real browser. */
import type { Frame, Page } from 'playwright-core';
import { launchBrowser } from '../../../docs/checks/product/browser.ts';
import { bundle } from '../bundle.ts';
import { serveHostPage } from '../host-server.ts';
import { median, quantile } from '../statistics.ts';
import type { BridgeDriver } from './driver.ts';

const BASELINE = 'raw-port';
const names = [BASELINE, 'portico', 'comlink', 'penpal', 'post-me'] as const;
type Name = (typeof names)[number];

export interface BridgeBench {
  /** Each with new frames, and so new processes, for all. */
  readonly pages: number;
  readonly rounds: number;
  /** Round trips of each contender. */
  readonly roundTrips: number;
  readonly contenders: readonly Contender[];
}
export interface Contender {
  readonly name: Name;
  /** Milliseconds; each sample is the mean of a block of calls. */
  readonly p50: number;
  readonly p99: number;
  /** Calls a second with 100 in flight; median of the rounds. */
  readonly throughput: number;
  /** Medians over the rounds of this contender's figure divided by the raw port's in the same round. */
  readonly p50Ratio: number;
  readonly throughputRatio: number;
}

const IN_FLIGHT = 100;
const CALLS_A_BLOCK = 200;
const sizes = {
  full: { pages: 5, rounds: 4, blocks: 10, calls: 4_000 },
  short: { pages: 1, rounds: 2, blocks: 5, calls: 500 },
} as const;

interface Round {
  readonly blocks: readonly number[];
  readonly throughput: number;
}

export async function benchBridge({ short }: { readonly short: boolean }): Promise<BridgeBench> {
  const { pages, rounds, blocks, calls } = sizes[short ? 'short' : 'full'];
  const server = await serveHostPage({ page: 'bridge/page.ts' });
  const browser = await launchBrowser();
  try {
    const measured = new Map<Name, Round[]>(names.map((name) => [name, []]));
    for (let opened = 0; opened < pages; opened += 1) {
      const page = await browser.newPage();
      page.on('pageerror', (error) => console.error(`bridge bench: ${error.message}`));
      await page.goto(server.hostPage);
      const frames = new Map<Name, Frame>();
      for (const name of turned(opened)) frames.set(name, await openContender(page, name, server.frameUrl(name)));
      for (let round = -1; round < rounds; round += 1) {
        // Everybody goes first equally often; the round before the first one warms up.
        for (const name of turned(opened * rounds + round)) {
          const frame = frames.get(name);
          if (!frame) throw new TypeError(`${name} is not open`);
          const result = await measure(frame, blocks, calls);
          if (round >= 0) measured.get(name)?.push(result);
        }
      }
      await page.close();
    }
    const base = measured.get(BASELINE) ?? [];
    const contenders = names.map((name) => contender(name, measured.get(name) ?? [], base));
    return { pages, rounds: pages * rounds, roundTrips: pages * rounds * (blocks * CALLS_A_BLOCK + calls), contenders };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The contenders in their `turn`-th order. */
function turned(turn: number): readonly Name[] {
  const first = (turn + names.length) % names.length;
  return [...names.slice(first), ...names.slice(0, first)];
}

async function openContender(page: Page, name: Name, frameUrl: string): Promise<Frame> {
  const script = await bundle(`bridge/guests/${name}.ts`, 'esm');
  await page.evaluate(([n, url, text]) => window.openContender(n, url, text), [name, frameUrl, script] as const);
  const { host } = new URL(frameUrl);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const frame = page.frames().find((candidate) => candidate.url().includes(host));
    // A frame that is just being set up cannot be asked; the next look finds it.
    const isReady = await frame?.evaluate(() => globalThis.bridgeDriver !== undefined).catch(() => false);
    if (frame && isReady) return frame;
    await page.waitForTimeout(50);
  }
  throw new Error(`the guest of ${name} did not start`);
}

const measure = (frame: Frame, blocks: number, calls: number): Promise<Round> =>
  frame.evaluate(
    async ([blockCount, blockCalls, callCount, inFlight]) => {
      const driver: BridgeDriver | undefined = globalThis.bridgeDriver;
      if (!driver) throw new TypeError('the guest has lost its driver');
      return {
        blocks: await driver.sequential(blockCount, blockCalls),
        throughput: await driver.throughput(callCount, inFlight),
      };
    },
    [blocks, CALLS_A_BLOCK, calls, IN_FLIGHT] as const,
  );

function contender(name: Name, rounds: readonly Round[], base: readonly Round[]): Contender {
  const samples = rounds.flatMap(({ blocks }) => blocks);
  const against = (ratio: (mine: Round, raw: Round) => number): number =>
    median(rounds.flatMap((mine, index) => (base[index] ? [ratio(mine, base[index])] : [])));
  return {
    name,
    p50: median(samples),
    p99: quantile(samples, 0.99),
    throughput: median(rounds.map(({ throughput }) => throughput)),
    p50Ratio: against((mine, raw) => median(mine.blocks) / median(raw.blocks)),
    throughputRatio: against((mine, raw) => mine.throughput / raw.throughput),
  };
}
