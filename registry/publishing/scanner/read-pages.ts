import { isErrorCode, PorticoError } from '../../../sandbox/contract/index.ts';
import { parseStrictJson } from '../../../sandbox/contract/json/index.ts';
import type { InlineScriptsOf } from '../engine/index.ts';
import { runScanner, type ScanOptions } from './child.ts';

/** The largest package takes some fifteen seconds on a slow machine. */
const LIMIT_MS = 30_000;
/** Uploads that may wait for one another: each holds its package in memory. */
const MOST_WAITING = 8;

/**
 * Reads the inline scripts of a site's pages in the scanner's process: while a package is taken in nobody has looked at it
 * yet, and its pages may be made to last. One package after the other, so that many uploads cannot take all processors.
 * @throws PorticoError what the reader says of the package; ERR_PACKAGE_PAGES when the process crashed or took too long;
 *   ERR_PLATFORM_UNAVAILABLE when it cannot be had now
 */
export function createPageReader(options: ScanOptions = {}): InlineScriptsOf {
  let waiting = 0;
  let before: Promise<unknown> = Promise.resolve();
  return async (archive) => {
    if (waiting >= MOST_WAITING) throw new PorticoError('ERR_PLATFORM_UNAVAILABLE');
    waiting += 1;
    const mine = before.then(() => readPages(archive, options));
    // What became of one upload is not the next one's affair.
    before = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      waiting -= 1;
    }
  };
}

async function readPages(archive: Uint8Array, options: ScanOptions): Promise<readonly string[]> {
  const limitMs = options.limitMs ?? LIMIT_MS;
  const { code, output } = await runScanner('inline-scripts', archive, { ...options, limitMs });
  const said = code === 0 ? parseAnswer(output) : undefined;
  if (said === undefined) throw new PorticoError('ERR_PACKAGE_PAGES');
  if (said instanceof PorticoError) throw said;
  return said;
}

/** The process has read hostile bytes, so what it says is parsed like anything else that comes from outside. */
function parseAnswer(output: Buffer): readonly string[] | PorticoError | undefined {
  const { inlineScripts, refused } = recordOf(jsonOf(output));
  if (Array.isArray(inlineScripts))
    return inlineScripts.every((hash) => typeof hash === 'string') ? inlineScripts : undefined;
  const { code, detail, data } = recordOf(refused);
  if (!isErrorCode(code)) return undefined;
  return new PorticoError(code, {
    ...(typeof detail === 'string' && { detail }),
    ...(data !== undefined && { data: recordOf(data) }),
  });
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

function jsonOf(output: Buffer): unknown {
  try {
    return parseStrictJson(output);
  } catch (error) {
    if (error instanceof PorticoError) return undefined;
    throw error;
  }
}
