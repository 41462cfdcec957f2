/** A root that the build ships is trusted from the first visit on; a build without one trusts the first root it meets. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import type * as Tuf from '../../../container/services/tuf/index.ts';
import { createMemoryTrustStore } from '../../../container/services/tuf/trust-store.ts';
import { shippedRootDefine } from '../../../container/trust-root.ts';
import { createTrustBench } from '../../../registry/trust/testing/index.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'portico-root-'));
const [ours, impostor] = [await createTrustBench(), await createTrustBench()];
after(async () => {
  await ours.close();
  await impostor.close();
  await rm(folder, { recursive: true });
});
const rootFile = join(folder, 'root.json');
await ours.trust.prepare();
const served = await (await fetch(`${ours.origin}/tuf/1.root.json`)).text();
await writeFile(rootFile, served);

/** The container's verifier as `npm run build` makes it with these settings. */
async function builtVerifier(name: string, environment: Record<string, string>): Promise<typeof Tuf> {
  await build({
    configFile: `${root}container/vite.config.ts`,
    logLevel: 'error',
    define: await shippedRootDefine(environment, folder),
    build: {
      outDir: join(folder, name),
      sourcemap: false,
      rolldownOptions: { output: { codeSplitting: false } },
      lib: { entry: `${root}container/services/tuf/index.ts`, formats: ['es'], fileName: () => 'tuf.mjs' },
    },
  });
  return (await import(pathToFileURL(join(folder, name, 'tuf.mjs')).href)) as typeof Tuf;
}

/** What a container of this build, which has never met any registry, makes of one. */
async function firstVisit({ createAppTrust }: typeof Tuf, registryOrigin: string) {
  const origin = ours.platform.config.publicOrigin;
  const trust = createAppTrust({ origin, registryOrigin, store: createMemoryTrustStore() });
  return await trust.refresh(new Date());
}

test('a build with PORTICO_TRUST_ROOT believes its own registry and no other, from the first visit on', async () => {
  const verifier = await builtVerifier('shipped', { PORTICO_TRUST_ROOT: 'root.json' });
  assert.deepEqual(await firstVisit(verifier, ours.origin), { freshness: 'fresh', error: undefined });
  const { freshness, error } = await firstVisit(verifier, impostor.origin);
  assert.deepEqual([freshness, error], ['none', 'ERR_TRUST_SIGNATURE']);
});

test('a build without it, for development, pins the first root that it meets', async () => {
  const verifier = await builtVerifier('pinning', {});
  for (const { origin } of [ours, impostor]) assert.equal((await firstVisit(verifier, origin)).freshness, 'fresh');
});

test('a file that is no root, or was changed, ends the build with a sentence that names it', async () => {
  const refuses = async (name: string, says: RegExp) =>
    await assert.rejects(
      shippedRootDefine({ PORTICO_TRUST_ROOT: name }, folder),
      (error: Error & { code?: string }) => {
        assert.equal(error.code, 'ERR_TRUST_ROOT_FILE');
        assert.match(error.message, says);
        return error.message.includes(join(folder, name));
      },
    );
  await refuses('none.json', /ENOENT/);
  await writeFile(join(folder, 'page.json'), '<!doctype html>');
  await refuses('page.json', /not JSON/);
  await writeFile(join(folder, 'timestamp.json'), await (await fetch(`${ours.origin}/tuf/timestamp.json`)).text());
  await refuses('timestamp.json', /not root metadata/);
  const changed = JSON.parse(served);
  changed.signed.roles.root.threshold = 1;
  await writeFile(join(folder, 'changed.json'), JSON.stringify(changed));
  await refuses('changed.json', /0 of 1 keys signed it/);
});

test('the root is shipped as it is in the file, byte for byte', async () => {
  const { PORTICO_SHIPPED_ROOT = '' } = await shippedRootDefine({ PORTICO_TRUST_ROOT: rootFile }, '/');
  assert.equal(JSON.parse(PORTICO_SHIPPED_ROOT), await readFile(rootFile, 'utf8'));
});
