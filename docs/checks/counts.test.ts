import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOf, faultsOf } from './counts.ts';

test('the last line of a suite is what counts', () => {
  assert.deepEqual(countsOf('1 passed, 0 failed\nmore\n12 passed, 3 failed\n', 1), { passed: 12, failed: 3 });
});

test('a suite that ends badly has failed even when it counted no failure', () => {
  assert.deepEqual(countsOf('5 passed, 0 failed\n', 1), { passed: 5, failed: 1 });
  assert.deepEqual(countsOf('5 passed, 0 failed\n', null), { passed: 5, failed: 1 });
});

test('a suite that ran nothing has failed', () => {
  assert.deepEqual(countsOf('', 0), { passed: 0, failed: 1 });
  assert.deepEqual(countsOf('0 passed, 0 failed\n', 0), { passed: 0, failed: 1 });
});

test('words inside a longer line do not count', () => {
  assert.deepEqual(countsOf('not 3 passed, 0 failed at all\n', 0), { passed: 0, failed: 1 });
});

test('a count behind a progress bar counts', () => {
  const output =
    'Chrome: |█   | 0/35 test files | 0 passed, 0 failed\n\u001b[GChrome: |██| 35/35 test files | 253 passed, 0 failed\n\nFinished\n';
  assert.deepEqual(countsOf(output, 0), { passed: 253, failed: 0 });
});

test('what failed is named once, in whichever suite’s words', () => {
  const output =
    '✗ a.test.ts: tells\nmore\n✗ a.test.ts: tells\nError: x\n ❌ a realm > opens\n  FAIL    7  a bomb → refused\nFAIL types\nok   FAIL\n';
  assert.deepEqual(faultsOf(output), [
    '✗ a.test.ts: tells',
    '❌ a realm > opens',
    'FAIL    7  a bomb → refused',
    'FAIL types',
  ]);
});
