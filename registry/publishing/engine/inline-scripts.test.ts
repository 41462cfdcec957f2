import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { readPackage, reviewPackage } from './index.ts';
import { elementBudget, inlineScriptHashes } from './inline-scripts.ts';
import { appPackage } from './testing/index.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
const hashes = (html: string): string[] => inlineScriptHashes(Buffer.from(html), 'index.html', elementBudget());

test('every inline script is hashed as the browser hashes it, and nothing else', () => {
  assert.deepEqual(hashes('<script>go()</script><script type="module">import "/a.js"</script>'), [
    hash('import "/a.js"'),
    hash('go()'),
  ]);
  assert.deepEqual(
    hashes('<script>\r\ngo("é")\r\n</script>'),
    [hash('\ngo("é")\n')],
    'line ends as the parser reads them',
  );
  assert.deepEqual(
    hashes('<script src="/a.js"></script><script type="application/json">{}</script><p onclick="go()">'),
    [],
  );
});

test('pages of more elements than any site has are refused before they cost much', async () => {
  assert.deepEqual(hashes(`${'<div>'.repeat(5_000)}<script>go()</script>`), [hash('go()')]);
  for (const page of ['<div>'.repeat(2_000_000), '<p><b>'.repeat(400_000), '<table><tr><td>'.repeat(500_000)]) {
    const files = { 'index.html': '<!doctype html>', 'deep.html': page };
    await assert.rejects(readPackage(appPackage({ portico: { isolation: 'origin' }, files })), {
      code: 'ERR_PACKAGE_PAGE_ELEMENTS',
      data: { file: 'deep.html' },
    });
  }
});

test('the hashes of an origin release are part of its manifest; a sealed one has none', async () => {
  const files = { 'index.html': '<!doctype html><script>go()</script>', 'b.html': '<script>go()</script>' };
  const origin = await readPackage(appPackage({ portico: { isolation: 'origin' }, files }));
  assert.deepEqual(origin.release.inlineScripts, [hash('go()')]);
  const sealed = await readPackage(appPackage({ files }));
  assert.equal('inlineScripts' in sealed.release, false);
});

test('an origin site is reviewed as a site: a warning, no errors for its own scripts', async () => {
  const site = (html: string) => appPackage({ portico: { isolation: 'origin' }, files: { 'index.html': html } });
  const findings = await reviewPackage(
    await readPackage(
      site('<meta http-equiv="X-UA-Compatible" content="IE=edge"><script>go()</script><script src="app.js"></script>'),
    ),
  );
  const errors = findings.filter(({ severity }) => severity === 'error');
  assert.deepEqual(errors, []);
  assert.ok(findings.some(({ rule, severity }) => rule === 'release/supported' && severity === 'warning'));
  for (const bad of [
    '<script src="none.js"></script>',
    '<script src="https://cdn.example/x.js"></script>',
    '<p onclick="go()">x</p>',
    '<base href="/x/">',
  ]) {
    const [worst] = await reviewPackage(await readPackage(site(bad)));
    assert.equal(worst?.severity, 'error', bad);
  }
});
