import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { PorticoError } from '../errors/index.ts';
import { type DocumentFault, manifestSchema, parseManifest } from './index.ts';

const listing = {
  texts: { 'zh-Hans': { tagline: '一杯好茶', description: '点一杯茶。' } },
  support: { email: 'help@tea.example' },
  privacy_url: 'https://tea.example/privacy',
};
const complete = {
  $schema: 'http://127.0.0.1:8080/schemas/manifest.json',
  app_id: 'com.example.tea',
  name: '示例茶馆',
  short_name: '茶馆',
  version: { name: '1.2.0-beta.1', code: 12 },
  platform_version: { min_code: 1 },
  pages: ['pages/index'],
  icons: [{ src: 'icons/icon.png', sizes: '192x192' }],
  lang: 'zh-Hans',
  dir: 'ltr',
  color_scheme: 'auto',
  window: { background_color: '#ffffff', navigation_bar_background_color: '#2f6f4f' },
  req_permissions: [{ name: 'net', reason: '查询菜单' }],
  widgets: [{ name: 'today', path: 'widgets/today.js' }],
  portico: {
    kind: 'h5',
    entry: 'index.html',
    isolation: 'sealed',
    capabilities: [{ name: 'payment', reason: { 'zh-Hans': '付茶钱', en: 'To pay for tea' } }],
    domains: { connect: ['https://api.tea.example:8443'], image: ['https://img.tea.example'], media: [] },
    backends: { tea: 'https://tea.example' },
    level: 2,
    category: 'dining',
    cities: ['330100'],
    listing: { ...listing, screenshots: ['shots/one.png'] },
  },
};
const { portico } = complete;
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value, undefined, 1));

function faultsOf(value: unknown): readonly DocumentFault[] {
  try {
    parseManifest(bytes(value));
  } catch (error) {
    assert.ok(error instanceof PorticoError);
    assert.equal(error.code, 'ERR_MANIFEST_INVALID');
    return error.data?.faults as readonly DocumentFault[];
  }
  return [];
}
const faultPaths = (value: unknown) => faultsOf(value).map(({ path }) => path);

test('a complete manifest reads as written, a small one too', () => {
  assert.deepEqual(parseManifest(bytes(complete)), complete);
  const { app_id, name, version, icons } = complete;
  assert.ok(parseManifest(bytes({ app_id, name, version, icons, portico: { category: 'dining', listing } })));
});

test('unknown members are refused, with the name that was probably meant', () => {
  const [fault] = faultsOf({ ...complete, appid: 'x' });
  assert.match(fault?.message ?? '', /Did you mean "app_id"\?/);
  assert.match(faultsOf({ ...complete, portico: { ...portico, domain: {} } })[0]?.message ?? '', /"domains"/);
  assert.match(faultsOf({ ...complete, constructor: 1 })[0]?.message ?? '', /no member "constructor"/);
});

test('every fault is told, each with its line and column', () => {
  const wrong = { ...complete, name: 7, version: { name: '1' }, portico: { ...portico, level: 9 } };
  assert.deepEqual(faultPaths(wrong), ['name', 'version.name', 'portico.level']);
  const lines = JSON.stringify(wrong, undefined, 1).split('\n');
  for (const { path, line, column } of faultsOf(wrong)) {
    const member = path.split('.').at(-1);
    assert.ok(lines[line - 1]?.slice(column - 1).startsWith(`"${member}"`), `${path} at ${line}:${column}`);
  }
});

test('origins that could end up as something else in a header are refused', () => {
  const hostile = [
    'http://tea.example',
    'https://*.tea.example',
    'https://*',
    '*',
    "https://tea.example; script-src 'unsafe-inline'",
    'https://tea.example;',
    "https://tea.example'",
    'https://tea.example"',
    'https://tea.example\nX-Evil: 1',
    'https://tea.example https://evil.example',
    'https://tea.example/path',
    'https://tea.example/',
    'https://tea.example?q',
    'https://user@tea.example',
    'https://TEA.example',
    'https://tea.example.',
    'https://tea..example',
    'https://-tea.example',
    'https://tea.example:443',
    'https://tea.example:0',
    'https://tea.example:65536',
    'https://tea.example:08',
    'https://127.0.0.1',
    'https://[::1]',
    'https://2130706433',
    'https://localhost',
    'https://bank.portico.localhost',
    'https://printer.local',
    'https://intranet',
    'https://tea.exämple',
    'data:',
    'blob:',
    'https:',
    '',
    null,
  ];
  for (const origin of hostile) {
    for (const list of ['connect', 'image', 'media']) {
      const paths = faultPaths({ ...complete, portico: { ...portico, domains: { [list]: [origin] } } });
      assert.deepEqual(paths, [`portico.domains.${list}[0]`], String(origin));
    }
    assert.deepEqual(faultPaths({ ...complete, portico: { ...portico, backends: { tea: origin } } }), [
      'portico.backends.tea',
    ]);
  }
});

test('capabilities are those of the bridge, each once, each with a reason in the manifest’s language', () => {
  const declare = (...capabilities: unknown[]) => faultPaths({ ...complete, portico: { ...portico, capabilities } });
  assert.deepEqual(declare({ name: 'paymnt', reason: '付款' }), ['portico.capabilities[0].name']);
  assert.match(
    faultsOf({ ...complete, portico: { ...portico, capabilities: [{ name: 'paymnt', reason: '付款' }] } })[0]
      ?.message ?? '',
    /Did you mean payment\?/,
  );
  assert.deepEqual(declare({ name: 'net', reason: '又一次' }), ['portico.capabilities[0]']);
  assert.deepEqual(declare({ name: 'payment', reason: { en: 'To pay' } }), ['portico.capabilities[0].reason']);
  assert.deepEqual(declare({ name: 'payment' }), ['portico.capabilities[0]']);
});

test('paths stay inside the package and texts look like what they are', () => {
  for (const entry of [
    '../index.html',
    '/index.html',
    'a\\b.html',
    'a//b',
    'c:x',
    'nul.html',
    'a\u202eb.html',
    'a?b',
  ]) {
    assert.deepEqual(faultPaths({ ...complete, portico: { ...portico, entry } }), ['portico.entry'], entry);
  }
  for (const name of [
    '茶\u202e馆',
    ' 茶馆',
    '茶\u200b馆',
    'a\nb',
    'x'.repeat(31),
    '',
    '\u3164',
    '\u2800',
    'a\u0301\u0301\u0301',
  ]) {
    assert.deepEqual(faultPaths({ ...complete, name }), ['name'], JSON.stringify(name));
  }
});

test('what depends on other members is checked too', () => {
  assert.deepEqual(faultPaths({ ...complete, lang: 'en' }).slice(0, 1), ['portico.listing.texts']);
  assert.deepEqual(faultPaths({ ...complete, icons: [] }), ['icons']);
  assert.deepEqual(faultPaths({ ...complete, platform_version: { min_code: 99 } }), ['platform_version.min_code']);
  assert.deepEqual(faultPaths({ ...complete, pages: [], portico: { ...portico, kind: 'miniprogram' } }), ['pages']);
  const support = { ...complete, portico: { ...portico, listing: { ...listing, support: {} } } };
  assert.deepEqual(faultPaths(support), ['portico.listing.support']);
});

test('thousands of unknown members cost little and are not all repeated', () => {
  const many = Object.fromEntries(Array.from({ length: 8_000 }, (_, index) => [`unknown_member_${index}`, 1]));
  const start = performance.now();
  assert.ok(faultsOf(many).length < 100);
  assert.ok(performance.now() - start < 500);
});

test('the published schema is a valid JSON Schema 2020-12 and agrees about what it can express', () => {
  const validate = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }).compile(manifestSchema);
  assert.equal(validate(complete), true, JSON.stringify(validate.errors));
  for (const wrong of [
    { ...complete, extra: 1 },
    { ...complete, name: 7 },
    { ...complete, portico: { ...portico, level: 9 } },
    { ...complete, portico: { ...portico, capabilities: [{ name: 'payment' }] } },
  ]) {
    assert.equal(validate(wrong), false);
    assert.notEqual(faultsOf(wrong).length, 0);
  }
});
