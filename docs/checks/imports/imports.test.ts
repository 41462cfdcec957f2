import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breachOf } from './breaches.ts';
import { importRules, registryModules } from './table.ts';
import { importsOf } from './walk.ts';

test('the contract may import nothing', () => {
  assert.match(
    breachOf({ from: 'sandbox/contract/a.ts', specifier: '../bridge/b.ts' })?.says ?? '',
    /may import nothing/,
  );
  assert.equal(breachOf({ from: 'sandbox/contract/a.ts', specifier: './b.ts' }), undefined);
});

test('host and guest never import each other', () => {
  assert.ok(breachOf({ from: 'sandbox/host/a.ts', specifier: '../guest/b.ts' }));
  assert.ok(breachOf({ from: 'sandbox/guest/a.ts', specifier: '../host/b.ts' }));
});

test('a registry module reaches another only through its index', () => {
  assert.equal(breachOf({ from: 'registry/trust/a.ts', specifier: '../publishing/index.ts' }), undefined);
  assert.ok(breachOf({ from: 'registry/trust/a.ts', specifier: '../publishing/store.ts' }));
  assert.ok(breachOf({ from: 'registry/payments/a.ts', specifier: '../review/index.ts' }));
});

test('screens never import each other, and only the player touches the host', () => {
  assert.ok(breachOf({ from: 'container/screens/home/a.ts', specifier: '../cashier/b.ts' }));
  assert.ok(breachOf({ from: 'container/screens/home/a.ts', specifier: '../../../sandbox/host/index.ts' }));
  assert.equal(
    breachOf({ from: 'container/screens/player/a.ts', specifier: '../../../sandbox/host/index.ts' }),
    undefined,
  );
});

test('the command line may run the package engine but not the server’s store', () => {
  assert.equal(
    breachOf({ from: 'plugins/kit/cli/a.ts', specifier: '../../../registry/publishing/engine/index.ts' }),
    undefined,
  );
  assert.ok(breachOf({ from: 'plugins/kit/cli/a.ts', specifier: '../../../registry/publishing/store.ts' }));
});

test('a file outside every room is a breach', () => {
  assert.ok(breachOf({ from: 'elsewhere/a.ts', specifier: './b.ts' }));
});

test('registry modules form no circle', () => {
  const visit = (module: string, path: readonly string[]): void => {
    assert.ok(!path.includes(module), `circle: ${[...path, module].join(' → ')}`);
    for (const next of registryModules[module] ?? []) visit(next, [...path, module]);
  };
  for (const module of Object.keys(registryModules)) visit(module, []);
});

test('static imports, re-exports and literal dynamic imports are all seen', () => {
  const source = `import a from './a.ts'; export { b } from './b.ts'; export * from './c.ts'; const d = import('./d.ts');`;
  assert.deepEqual(
    importsOf('sandbox/host/x.ts', source)
      .map((i) => i.specifier)
      .sort(),
    ['./a.ts', './b.ts', './c.ts', './d.ts'],
  );
});

test('every rule names a folder once', () => {
  const folders = importRules.map((rule) => rule.folder);
  assert.equal(new Set(folders).size, folders.length);
});
