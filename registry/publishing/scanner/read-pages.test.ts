import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { readPackage } from '../engine/index.ts';
import { appPackage } from '../engine/testing/index.ts';
import { createPageReader } from './read-pages.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
const site = (files: Record<string, string>) =>
  appPackage({ portico: { isolation: 'origin' }, files: { 'index.html': '<!doctype html>', ...files } });
const refusal = (code: string) => (error: unknown) => error instanceof PorticoError && error.code === code;
/** A scanner that is another program, and does what it is told whatever it is asked. */
const told = (script: string) => ({ program: { command: process.execPath, args: ['-e', script] } });

test('the release of a site is the same, whoever parses its pages', async () => {
  const archive = site({ 'a.html': '<script>b()</script><script>a()</script>', 'b.html': '<script>b()</script>' });
  const elsewhere = await readPackage(archive, createPageReader());
  assert.deepEqual(elsewhere.release.inlineScripts, [hash('a()'), hash('b()')].sort());
  assert.equal(elsewhere.digest, (await readPackage(archive)).digest);
});

test('only a site’s pages are parsed', async () => {
  const never = () => Promise.reject(new TypeError('it was asked'));
  await readPackage(appPackage({ files: { 'index.html': '<!doctype html><script>a()</script>' } }), never);
  await assert.rejects(readPackage(site({}), never), TypeError);
});

test('pages made to last hold up nobody but their own upload', async () => {
  const archive = site({ 'deep.html': '<div>'.repeat(900_000) });
  const before = performance.eventLoopUtilization();
  const { release } = await readPackage(archive, createPageReader());
  const { utilization } = performance.eventLoopUtilization(before);
  assert.deepEqual(release.inlineScripts, []);
  // Parsed in this thread, it is all the thread does meanwhile.
  assert.ok(utilization < 0.5, `this thread was busy for ${Math.round(utilization * 100)} % of the time`);
});

test('what the reader says of the pages is told as if it had been said here', async () => {
  await assert.rejects(readPackage(site({ 'deep.html': '<div>'.repeat(1_100_000) }), createPageReader()), {
    code: 'ERR_PACKAGE_PAGE_ELEMENTS',
    data: { file: 'deep.html' },
  });
});

test('a reader that takes too long, crashes or talks nonsense refuses the package', async () => {
  for (const script of [
    'setInterval(() => 0, 1000)',
    'process.abort()',
    'process.exit(1)',
    'console.log("{")',
    'console.log("{}")',
    'console.log(JSON.stringify({ inlineScripts: [1] }))',
    'console.log(JSON.stringify({ refused: { code: "toString" } }))',
  ]) {
    const reader = createPageReader({ ...told(script), limitMs: 2_000 });
    await assert.rejects(readPackage(site({}), reader), refusal('ERR_PACKAGE_PAGES'), script);
  }
});

test('what is no hash of a script never gets into a release', async () => {
  const reader = createPageReader(told(`console.log(JSON.stringify({ inlineScripts: ["x' 'unsafe-inline"] }))`));
  await assert.rejects(readPackage(site({}), reader), refusal('ERR_MANIFEST_INVALID'));
});

test('a reader that cannot be started, or was stopped by somebody else, says nothing about the package', async () => {
  for (const program of [
    { command: '/nowhere/node', args: [] },
    { command: process.execPath, args: ['-e', 'process.kill(process.pid, "SIGKILL")'] },
  ]) {
    await assert.rejects(readPackage(site({}), createPageReader({ program })), refusal('ERR_PLATFORM_UNAVAILABLE'));
  }
});

test('packages are read one after the other, and no more than a few wait', async () => {
  const reader = createPageReader(
    told('setTimeout(() => console.log(JSON.stringify({ inlineScripts: [String(Date.now())] })), 150)'),
  );
  const asked = Array.from({ length: 9 }, () => reader(new Uint8Array()).catch((error: unknown) => error));
  const answers = await Promise.all(asked);
  assert.ok(refusal('ERR_PLATFORM_UNAVAILABLE')(answers.pop()));
  const times = answers.map((answer) => Number((answer as readonly string[])[0]));
  for (const [at, time] of times.entries()) assert.ok(at === 0 || time - (times[at - 1] ?? 0) >= 150, `${times}`);
  assert.equal((await reader(new Uint8Array())).length, 1, 'and there is room again');
});
