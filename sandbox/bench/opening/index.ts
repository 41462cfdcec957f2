/**
 * From the tap to the app on the screen: the container of the running product beside a plain iframe of the same files and
 * the micro-frontend engines.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cookie, type Devtools, launchDevtools, type Tab } from '../devtools.ts';
import type { SiteFiles } from '../site-files.ts';
import { median, quantile } from '../statistics.ts';
import { type PlainSide, plainSides, servePlainSites } from './plain-site.ts';
import { hostProbe } from './probes.ts';

export type { PlainSide } from './plain-site.ts';
export { appProbe } from './probes.ts';

export interface OpeningSubject {
  /** Origin of the container, where the app is the only tile whose words match `label`. */
  readonly container: string;
  readonly label: string;
  /** The packed files of the app, probe included; the very bytes that were published. */
  readonly packed: SiteFiles;
  /** The same app as one classic script, which is what the engines take. */
  readonly classic: SiteFiles;
  /** Who is signed in, in every profile of the bench. */
  readonly cookies: readonly Cookie[];
}

/** Milliseconds from tap to ready. */
export interface Openings {
  readonly p50: number;
  readonly p90: number;
  readonly samples: number;
}
export interface OpeningBench {
  readonly ways: readonly {
    readonly way: Way;
    readonly container: Openings;
    readonly others: readonly Opponent[];
  }[];
}
export interface Opponent extends Openings {
  readonly side: PlainSide;
  /** Median of the container's over the median of this one's. */
  readonly ratio: number;
}

/**
 * - `cold`: a profile with nothing in it, and a tap as soon as there is something to tap.
 * - `warm`: everything of the app is on the device, and nothing of it was got ready (a customer who saves data, and a tap
 *   that takes no time); the browser may have met its host while the page was left alone.
 * - `finger`: the same, and the finger is on the glass for a moment before it leaves, as fingers are.
 * - `idle`: the page was left alone for a moment before a tap like that.
 */
type Way = 'cold' | 'warm' | 'finger' | 'idle';
type Side = 'container' | PlainSide;
/** Who takes part. The engines have nothing like a finger's moment or an idle page, unless their host is told to use it. */
const ways: Readonly<Record<Way, readonly Side[]>> = {
  cold: ['container', ...plainSides],
  warm: ['container', ...plainSides],
  finger: ['container', 'iframe'],
  idle: ['container', 'iframe'],
};
const shortWays: typeof ways = { ...ways, warm: [], finger: [] };

/** How long a page is left alone before the tap, so that what it does while idle is done. Plain pages have nothing to do. */
const idleMs = (side: Side): number => (side === 'container' ? 3_000 : 500);
/** A finger stays on the glass about this long; the click comes when it leaves. */
const FINGER_MS = 80;

export async function benchOpening(
  subject: OpeningSubject,
  { short }: { readonly short: boolean },
): Promise<OpeningBench> {
  const rounds = short ? 1 : 17;
  const profile = mkdtempSync(join(tmpdir(), 'portico-bench-profile-'));
  const sites = await servePlainSites(subject.packed, subject.classic, subject.label);
  const pageOf = (side: Side): string => (side === 'container' ? `${subject.container}/` : sites.page(side));
  const browser = await launchDevtools(profile);
  try {
    await browser.setCookies(subject.cookies);
    const warm = async (way: Way, side: Side): Promise<number> => {
      const tab = await warmTab(browser, subject, way !== 'idle');
      try {
        return await openWarm(tab, pageOf(side), idleMs(side), way === 'warm' ? 0 : FINGER_MS);
      } finally {
        await tab.close();
      }
    };

    const chosen = Object.entries(short ? shortWays : ways) as [Way, readonly Side[]][];
    // Twice, so that all caches are filled, that of compiled scripts too, which a browser fills at the second visit.
    for (let visit = 0; visit < (short ? 1 : 2); visit += 1) {
      for (const side of short ? shortWays.idle : ways.warm) await warm('warm', side);
    }
    const took = chosen.map(([way, sides]) => ({ way, samples: new Map(sides.map((side) => [side, [] as number[]])) }));
    for (let round = 0; round < rounds; round += 1) {
      for (const { way, samples } of took) {
        const inTurn = [...samples];
        for (const [side, times] of round % 2 === 0 ? inTurn : inTurn.reverse()) {
          times.push(way === 'cold' ? await openCold(browser, subject, pageOf(side)) : await warm(way, side));
        }
      }
    }
    return {
      ways: took.filter(({ samples }) => samples.size > 0).map(({ way, samples }) => ({ way, ...compared(samples) })),
    };
  } finally {
    await browser.close();
    await sites.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

function compared(samples: ReadonlyMap<Side, readonly number[]>): Omit<OpeningBench['ways'][number], 'way'> {
  const ours = samples.get('container') ?? [];
  const others = plainSides.flatMap((side): Opponent[] => {
    const theirs = samples.get(side);
    return theirs ? [{ side, ...openings(theirs), ratio: median(ours) / median(theirs) }] : [];
  });
  return { container: openings(ours), others };
}

const openings = (took: readonly number[]): Openings => ({
  p50: median(took),
  p90: quantile(took, 0.9),
  samples: took.length,
});

/**
 * New each time: as long as a tab stays with one site, Chromium remembers which of its hosts want a process of their own,
 * and an app that is still open in another tab would work beside the next one, or lend it its process.
 */
async function warmTab(browser: Devtools, { label }: OpeningSubject, saveData: boolean): Promise<Tab> {
  const tab = await browser.openTab();
  await tab.beforeEachPage(hostProbe({ label, tapAtOnce: false, saveData }));
  return tab;
}

/** The page has been loaded again and left alone; everything of the app is on the device. */
async function openWarm(tab: Tab, page: string, idleMs: number, heldMs: number): Promise<number> {
  await tab.goTo(page);
  await new Promise((resolve) => setTimeout(resolve, idleMs));
  const place = (await tab.evaluate('opening.place()')) as { readonly x: number; readonly y: number } | undefined;
  if (!place) throw new Error(`${page} shows no tile of the app`);
  await tab.tap(place.x, place.y, heldMs);
  return readyAfter(tab, page);
}

/** A profile with nothing in it, and a tap as soon as there is something to tap. */
async function openCold(browser: Devtools, { label, cookies }: OpeningSubject, page: string): Promise<number> {
  const context = await browser.newContext();
  try {
    await browser.setCookies(cookies, context);
    const tab = await browser.openTab(context);
    await tab.beforeEachPage(hostProbe({ label, tapAtOnce: true, saveData: false }));
    await tab.goTo(page);
    return await readyAfter(tab, page);
  } finally {
    await browser.disposeContext(context);
  }
}

async function readyAfter(tab: Tab, page: string): Promise<number> {
  // The page may still be on its way.
  const took = `new Promise((resolve) => {
    const look = () => window.opening ? window.opening.took.then(resolve) : setTimeout(look, 5);
    look();
    setTimeout(resolve, 15000, -1);
  })`;
  const ms = Number(await tab.evaluate(took));
  if (ms >= 0) return ms;
  const picture = join(tmpdir(), 'portico-opening-bench.png');
  writeFileSync(picture, await tab.screenshot());
  throw new Error(`the app was not ready within 15 s of the tap on ${page}; see ${picture}`);
}
