import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { errors } from '../../../sandbox/contract/index.ts';
import { sourceFiles } from '../sources.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Codes of libraries that our code asks about. */
const libraries = /^ERR_(?:HTTP|JW|JOSE)/;
/** Demo partners have a list of their own: their servers are no part of the bank's. */
const isOurs = (path: string): boolean => !path.startsWith('plugins/') || path.startsWith('plugins/kit/');

const named = new Set<string>();
for (const path of sourceFiles(root).filter(isOurs)) {
  if (!path.endsWith('.ts') || path.startsWith('sandbox/contract/errors/') || path.endsWith('.test.ts')) continue;
  for (const [code] of readFileSync(`${root}${path}`, 'utf8').matchAll(/\bERR_[A-Z0-9]+(?:_[A-Z0-9]+)+\b/g))
    named.add(code);
}

test('every code the code names is in the catalogue', () => {
  const missing = [...named].filter((code) => !Object.hasOwn(errors, code) && !libraries.test(code));
  assert.deepEqual(missing, []);
});

test('every code of the catalogue is used somewhere', () => {
  const unused = Object.keys(errors).filter((code) => !named.has(code));
  assert.deepEqual(unused, []);
});

test('every entry says what is wrong and what to do, in sentences', () => {
  for (const [code, { status, says, fix }] of Object.entries(errors)) {
    assert.match(says, /^[A-Z“].*[.!?]$/, `${code} says`);
    assert.match(fix, /^[A-Z“].*[.!?]$/, `${code} fix`);
    assert.ok(status >= 400 && status < 600, `${code} status`);
  }
});

test('the page lists every code', () => {
  const page = readFileSync(`${root}docs/reference/errors.md`, 'utf8');
  for (const code of Object.keys(errors)) assert.ok(page.includes(`\`${code}\``), code);
});
