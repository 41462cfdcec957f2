import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AppId, FileDigest } from '../brand.ts';
import { canonicalJson } from '../json/index.ts';
import { compareVersions, exampleRelease, parseReleaseManifest, type ReleaseManifest, textFor } from './index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (release: unknown) => parseReleaseManifest(bytes(canonicalJson(release)));

test('a release manifest reads as it was written', () => {
  assert.deepEqual(read(exampleRelease()), exampleRelease());
});

test('any other text of the same manifest is refused, because its digest would be another', () => {
  const release = exampleRelease();
  const { format, ...rest } = release;
  for (const text of [
    JSON.stringify({ ...rest, format }),
    JSON.stringify(release, undefined, 1),
    `${canonicalJson(release)}\n`,
    canonicalJson(release).replace('"level":0', '"level":0.0'),
    canonicalJson(release).replace('"Tea"', '"\\u0054ea"'),
  ]) {
    assert.throws(() => parseReleaseManifest(bytes(text)), { code: 'ERR_JSON_NOT_CANONICAL' });
  }
});

test('a release that does not hang together is refused', () => {
  const [script, icon, page] = exampleRelease().files;
  assert.ok(script && icon && page);
  const wrong: Partial<ReleaseManifest>[] = [
    { files: [script, icon] },
    { files: [icon, script, page] },
    { files: [script, script, icon, page] },
    { files: [{ ...script, path: 'App.js' }, script, icon, page] },
    { files: [{ ...script, path: '../app.js' }, icon, page] },
    { files: [{ ...script, digest: 'F'.repeat(64) as FileDigest }, icon, page] },
    { files: [{ ...script, size: -1 }, icon, page] },
    { files: [{ ...script, type: 'text/html; charset=x' }, icon, page] },
    { icons: [{ src: 'other.png', sizes: '192x192' }] },
    { appId: 'Tea' as AppId },
    { lang: 'zh-Hant' },
    { domains: { connect: ['https://*.evil.example'], image: [], media: [] } },
    { version: '01.0.0' },
  ];
  for (const changes of wrong) {
    assert.throws(() => read(exampleRelease(changes)), { code: 'ERR_MANIFEST_INVALID' }, JSON.stringify(changes));
  }
  assert.throws(() => read({ ...exampleRelease(), format: 2 }), { code: 'ERR_MANIFEST_INVALID' });
  assert.throws(() => read({ ...exampleRelease(), surprise: 1 }), { code: 'ERR_MANIFEST_INVALID' });
});

test('versions come in the order of SemVer section 11', () => {
  const ascending = [
    '0.9.0',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '1.0.1',
    '1.9.0',
    '1.10.0',
    '2.0.0',
  ];
  for (const [at, left] of ascending.entries()) {
    for (const [to, right] of ascending.entries()) {
      assert.equal(Math.sign(compareVersions(left, right)), Math.sign(at - to), `${left} and ${right}`);
    }
  }
});

test('a text is found in the language wanted, a near one, or the release’s own', () => {
  const name = exampleRelease().name;
  assert.equal(textFor(name, 'en', 'zh-Hans'), 'Example Tea');
  assert.equal(textFor(name, 'zh-Hant', 'en'), '示例茶馆');
  assert.equal(textFor(name, 'fr', 'zh-Hans'), '示例茶馆');
});
