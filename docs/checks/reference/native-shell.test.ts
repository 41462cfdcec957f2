/** The page that a bank's app is written by names what the container really asks its native side for. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../container/services/native-shell/webview/', import.meta.url));
const code = readdirSync(folder)
  .filter((name) => !name.includes('.test.'))
  .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
  .join('\n');
const guide = readFileSync(fileURLToPath(new URL('../../guide/native-shell.md', import.meta.url)), 'utf8');
const part = (heading: string): string => guide.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
const firstColumn = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].flatMap(([, name]) => name ?? []));

test('every method is in the guide, and none that nobody asks for', () => {
  const asked = [...code.matchAll(/\b(?:ask|say|send)\('(\w+)'|method: '(\w+)'/g)].flatMap(
    ([, one, other]) => one ?? other ?? [],
  );
  assert.ok(asked.length > 10, 'the code was read');
  assert.deepEqual(firstColumn(part('Methods')).sort(), [...new Set(asked)].sort());
});

test('every event and every way to fail is in the guide', () => {
  for (const [, event] of code.matchAll(/\.on\('(\w+)'/g))
    assert.match(part('Messages'), new RegExp(`"event":"${event}"`));
  for (const failure of ['denied', 'unsupported', 'unavailable', 'cancelled']) {
    assert.match(part('Messages'), new RegExp(`\`${failure}\``));
    assert.match(code, new RegExp(`\\b${failure}\\b`));
  }
});

test('both systems, the watchdog and the screens that must be native are spoken of', () => {
  for (const word of ['Android', 'iOS', 'onRenderProcessGone', 'webViewWebContentProcessDidTerminate'])
    assert.ok(guide.includes(word), word);
  const integrator = readFileSync(fileURLToPath(new URL('../../guide/integrator.md', import.meta.url)), 'utf8');
  for (const word of ['Which screens must be native', 'A watchdog', 'WKAppBoundDomains', 'addWebMessageListener'])
    assert.ok(integrator.includes(word), word);
});
