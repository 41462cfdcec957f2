import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Measured, pageWith } from './report.ts';

const part = (title: string, value: number): Measured => ({
  title,
  how: 'By looking.',
  figures: [{ what: 'a thing', value, unit: 'ms', against: { what: 'another', value: 2 }, ratio: value / 2 }],
  measuredAt: '2026-01-01 00:00',
  machine: { description: 'a machine', versions: 'versions', load: 0 },
});
const titles = (page: string): string[] => [...page.matchAll(/^## (.*)$/gm)].flatMap(([, title]) => title ?? []);

test('a part measured anew takes its own place and leaves the others as they were', () => {
  const first = ['Size', 'Bridge', 'Ledger'].reduce((page, title) => pageWith(page, part(title, 1)), '');
  assert.deepEqual(titles(first), ['Size', 'Bridge', 'Ledger']);
  const again = pageWith(first, part('Bridge', 7));
  assert.deepEqual(titles(again), ['Size', 'Bridge', 'Ledger']);
  assert.match(again, /\| a thing \| 7\.0 ms \| another: 2\.0 \| 3\.50× \|/);
  assert.equal(again.match(/\| 1\.0 ms \|/g)?.length, 2);
});

test('measuring the same twice writes the same page', () => {
  const page = pageWith(pageWith('', part('Size', 1)), part('Bridge', 1));
  assert.equal(pageWith(page, part('Size', 1)), page);
});
