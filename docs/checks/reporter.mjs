// @ts-check
/** A reporter for node:test: a line a file, the whole story of every failure, and `N passed, N failed` at the end. */
import { relative } from 'node:path';

/** @param {AsyncIterable<{type: string, data: any}>} source */
export default async function* reporter(source) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  /** @type {string[]} */
  const failures = [];
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') {
      if (type === 'test:stderr') yield data.message;
      continue;
    }
    const isFile = data.nesting === 0 && data.file && data.name.endsWith('.ts');
    if (data.skip || data.todo) skipped += 1;
    else if (type === 'test:pass') {
      if (!isFile && data.details?.type !== 'suite') passed += 1;
    } else if (data.details?.error?.failureType !== 'subtestsFailed') {
      failed += 1;
      const error = data.details?.error;
      const cause = error?.cause ?? error;
      const message = String(cause?.message ?? cause);
      const title = `✗ ${relative(process.cwd(), data.file ?? '')}: ${data.name}: ${message.split('\n', 1)[0]}`;
      failures.push(`${title}\n${cause?.stack ?? message}`);
      yield `${title}\n`;
    }
  }
  if (failures.length > 0) yield `\n${failures.join('\n\n')}\n`;
  if (skipped > 0) yield `${skipped} skipped\n`;
  yield `${passed} passed, ${failed} failed\n`;
}
