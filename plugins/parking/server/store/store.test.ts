import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'parking-store-'));
after(() => rmSync(folder, { recursive: true }));

test('a server that starts while another leaves the folder waits for it, and finds what it kept', async () => {
  const leaving = await openStore(folder);
  assert.equal(await leaving.countBinding('anna', 1), 1);
  const coming = openStore(folder);
  const early = await Promise.race([coming, new Promise((resolve) => setTimeout(resolve, 300, 'waiting'))]);
  assert.equal(early, 'waiting');
  await leaving.close();
  const store = await coming;
  assert.equal(await store.countBinding('anna', 1), 2);
  await store.close();
});

test('a folder that another server keeps is refused with a sentence that says what to do', async () => {
  const other = await openStore(folder);
  await assert.rejects(openStore(folder, 200), {
    code: 'ERR_PARKING_FOLDER_IN_USE',
    message: `Another server uses this data folder; stop it, or set PARKING_DATA_DIR to another. ${folder}`,
  });
  await other.close();
});
