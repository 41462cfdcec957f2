import type { Browser } from 'playwright-core';
import type {} from '../../../sandbox/attacks/fuzz/page.ts';
import type { FuzzStage } from '../../../sandbox/attacks/fuzz/stage.ts';
import type { FuzzOptions, FuzzResult } from '../../../sandbox/attacks/fuzz/tally.ts';
import { faultOf, together } from './target.ts';

/** Messages that one page is told before it is closed. */
const PART = 3_000;

/** Runs a fuzzer in pages of a real Chromium, one after the other, with the witness at its side. */
export async function inBrowser(
  name: 'realm' | 'loader',
  { browser, stage }: { readonly browser: Browser; readonly stage: FuzzStage },
  { count, seed, path }: FuzzOptions,
): Promise<FuzzResult> {
  let result: FuzzResult | undefined;
  do {
    const left = count - (result?.messages ?? 0);
    const from = result?.nextSeed ?? seed;
    result = together(result, await part(name, browser, stage, { count: Math.min(PART, left), seed: from, path }));
  } while (result.messages < count && result.failure === undefined && path === undefined);
  return result;
}

async function part(name: 'realm' | 'loader', browser: Browser, stage: FuzzStage, options: FuzzOptions) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const thrown: string[] = [];
    page.on('pageerror', ({ stack, message }) => thrown.push(stack ?? message));
    await page.goto(stage.hostPage);
    const result = await page.evaluate(([fuzzer, where, how]) => globalThis.fuzzers[fuzzer](where, how), [
      name,
      stage.page,
      options,
    ] as const);
    const fault = faultsOf(thrown, result, stage.leaks());
    return fault === undefined || result.failure ? result : { ...result, failure: faultOf(fault, options.seed) };
  } finally {
    await context.close();
  }
}

/** Errors of the loader's own that it did not report as a failed start, and requests that nobody should have made. */
function faultsOf(thrown: readonly string[], { verdicts }: FuzzResult, leaks: readonly string[]): string | undefined {
  if (leaks.length > 0) return `requests left: ${[...new Set(leaks)].slice(0, 10).join(', ')}`;
  const ofLoader = thrown.filter((stack) => stack.includes('/frame.html'));
  const told = (verdicts.failed ?? 0) + (verdicts['card.failed'] ?? 0);
  return ofLoader.length > told
    ? `the loader threw ${ofLoader.length} times and told of ${told}; the last: ${ofLoader.at(-1)}`
    : undefined;
}
