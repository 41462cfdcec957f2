import { PorticoError } from '../../../sandbox/contract/index.ts';
import { parseStrictJson } from '../../../sandbox/contract/json/index.ts';
import { type Finding, SEVERITIES } from '../engine/index.ts';
import { runScanner, type ScanOptions } from './child.ts';

const LIMIT_MS = 60_000;

/**
 * Runs the rules over a package in a process of their own. A scan that crashes, hangs or says something unreadable is an
 * error finding: what could not be scanned is not published. Throws only when the scanner cannot be started, or was
 * stopped by somebody else, so that the caller tries again later.
 */
export async function scan(archive: Uint8Array, options: ScanOptions = {}): Promise<readonly Finding[]> {
  const limitMs = options.limitMs ?? LIMIT_MS;
  const ended = await runScanner('findings', archive, { ...options, limitMs });
  const findings = ended.code === 0 ? parseFindings(ended.output) : undefined;
  if (findings) return findings;
  const why = ended.timedOut ? `took longer than ${limitMs / 1000} s` : 'ended before it was done';
  return [
    {
      rule: 'engine/scanner',
      severity: 'error',
      message: `The scan of this package ${why}, so it counts as not checked. Look for very deeply nested code, and simplify it.`,
    },
  ];
}

/** The child has read hostile bytes, so what it says is parsed like anything else that comes from outside. */
function parseFindings(output: Buffer): readonly Finding[] | undefined {
  let value: unknown;
  try {
    value = parseStrictJson(output);
  } catch (error) {
    if (error instanceof PorticoError) return undefined;
    throw error;
  }
  return Array.isArray(value) && value.every(isFinding) ? value : undefined;
}

function isFinding(value: unknown): value is Finding {
  if (typeof value !== 'object' || value === null) return false;
  const { rule, severity, message, file, line, column } = value as Readonly<Record<string, unknown>>;
  return (
    typeof rule === 'string' &&
    SEVERITIES.some((known) => known === severity) &&
    typeof message === 'string' &&
    (file === undefined || typeof file === 'string') &&
    [line, column].every((place) => place === undefined || Number.isSafeInteger(place))
  );
}
