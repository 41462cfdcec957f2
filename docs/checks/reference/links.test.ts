import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { anchorOf, anchorsOf, markdownFiles, readProse } from './prose.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const LINK = /\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/g;

function brokenLinks(path: string): string[] {
  const links = [...readProse(root, path).text.matchAll(LINK)].map(([, link, attribute]) => link ?? attribute ?? '');
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : posix.normalize(posix.join(posix.dirname(path), file));
    if (target.startsWith('..') || !existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchorsOf(readProse(root, target)).has(anchor);
  });
}

test('every relative link of every page leads somewhere', () => {
  const broken = markdownFiles(root).flatMap((path) => brokenLinks(path).map((link) => `${path}: ${link}`));
  assert.deepEqual(broken, []);
});

test('anchors are made as GitHub makes them', () => {
  assert.equal(anchorOf('Connecting the bank’s systems'), 'connecting-the-banks-systems');
  assert.equal(anchorOf('1, 2: the wall'), '1-2-the-wall');
});
