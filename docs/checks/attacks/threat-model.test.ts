/** The threat model and the corpus know of each other. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { attacks } from '../../../sandbox/attacks/cases/index.ts';
import { shortRun } from '../../../sandbox/attacks/cases/short.ts';
import { expectedAt } from '../../../sandbox/attacks/run.ts';

const text = readFileSync(fileURLToPath(new URL('../../threat-model.md', import.meta.url)), 'utf8');
const LIST = /\b[Cc]ases? (\d+b?(?:(?:, | and )\d+b?)*)/g;
const named = new Set([...text.matchAll(LIST)].flatMap(([, list = '']) => list.match(/\d+b?/g) ?? []));
const ids = attacks.map(({ id }) => id);

test('every case that the threat model names is in the corpus', () => {
  assert.ok(named.size > 50, `only ${named.size} cases were read`);
  assert.deepEqual(
    [...named].filter((id) => !ids.includes(id)),
    [],
  );
});

test('every case of the corpus is named in the threat model', () => {
  assert.deepEqual(
    ids.filter((id) => !named.has(id)),
    [],
  );
});

test('no two cases have one id', () => {
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
});

test('a case that is left out at a level says why, and the short run has something of every group', () => {
  for (const { id, atOrigin } of attacks) if (atOrigin) assert.ok(atOrigin.because.length > 20, id);
  for (const level of ['sealed', 'origin'] as const) {
    for (const id of shortRun[level]) {
      const attack = attacks.find((candidate) => candidate.id === id);
      assert.ok(attack && expectedAt(attack, level) !== undefined, `${level} ${id}`);
    }
  }
  const groups = new Set(attacks.map(({ group }) => group));
  const short = new Set(attacks.filter(({ id }) => shortRun.sealed.includes(id)).map(({ group }) => group));
  assert.deepEqual(
    [...groups].filter((group) => !short.has(group)),
    [],
  );
});
