import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readPackage } from '../../../registry/publishing/engine/index.ts';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { commands, runCommandLine } from './command-line.ts';

const folder = await mkdtemp(join(tmpdir(), 'portico-cli-'));
after(() => rm(folder, { recursive: true, force: true }));
const at = (...parts: string[]) => join(folder, ...parts);

async function portico(...args: string[]) {
  const out: string[] = [];
  const said: string[] = [];
  const code = await runCommandLine(args, {
    out: (line) => out.push(line),
    say: (line) => said.push(line),
    env: { XDG_CONFIG_HOME: at('config') },
  });
  return { code, out: out.join('\n'), said: said.join('\n') };
}

/** A new app from the template, with files added or replaced. */
async function appWith(name: string, files: Record<string, string> = {}): Promise<string> {
  const app = at(name);
  await portico('init', app);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(app, path, '..'), { recursive: true });
    await writeFile(join(app, path), content);
  }
  return app;
}

async function packed(app: string) {
  const file = `${app}.zip`;
  await portico('pack', app, '-o', file);
  const archive = await readFile(file);
  const pkg = await readPackage(archive);
  const text = async (path: string) => Buffer.from(await pkg.content(path)).toString('utf8');
  return { file, archive, pkg, text, paths: pkg.release.files.map(({ path }) => path) };
}

test('every command has help with examples', async () => {
  const all = await portico('--help');
  for (const { name } of commands) {
    assert.match(all.out, new RegExp(`  ${name} `));
    const { code, out } = await portico(name, '--help');
    assert.equal(code, 0);
    assert.match(out, new RegExp(`Usage: portico ${name} `));
    assert.match(out, new RegExp(`Examples:\n  portico ${name} `));
  }
});

test('a wrong command, option or operand says what is wrong', async () => {
  const wrong = [
    ['pakc'],
    ['pack'],
    ['pack', 'x', '--otput', 'y'],
    ['check', 'a', 'b'],
    ['check', 'a', '--format', 'xml'],
    ['inspect'],
  ];
  for (const args of wrong) await assert.rejects(portico(...args), { code: 'ERR_CLI_USAGE' }, args.join(' '));
  const insecure = ['status', 'id', '--registry', 'http://registry.example', '--token', 'pt_x'];
  await assert.rejects(portico(...insecure), { code: 'ERR_CLI_USAGE' });
});

test('a new app checks clean and packs', async () => {
  const app = await appWith('fresh');
  const { code, out } = await portico('check', app);
  assert.equal(code, 0, out);
  const { pkg, paths, text } = await packed(app);
  assert.equal(pkg.release.appId, 'com.example.tea');
  assert.deepEqual(paths, ['icons/icon.png', 'index.html', 'main.js', 'style.css']);
  assert.match(await text('index.html'), /src="portico:\/main\.js"/);
  assert.match(await text('index.html'), /href="portico:\/style\.css"/);
  await assert.rejects(portico('init', app), { code: 'ERR_CLI_NOT_EMPTY' });
  const named = at('named');
  await portico('init', named, '--app-id', 'com.other.app');
  assert.equal(JSON.parse(await readFile(join(named, 'manifest.json'), 'utf8')).app_id, 'com.other.app');
});

test('the same source gives the same bytes, in another folder and at another time', async () => {
  const first = await packed(await appWith('same'));
  await cp(at('same'), at('elsewhere', 'deep', 'same'), { recursive: true });
  const second = await packed(at('elsewhere', 'deep', 'same'));
  assert.equal(Buffer.compare(first.archive, second.archive), 0);
  assert.equal(first.pkg.digest, second.pkg.digest);
});

test('chunks import each other, and pictures and styles are found, by placeholders that name packed files', async () => {
  const app = await appWith('chunks', {
    'src/main.js': `
      import './extra.css';
      import url from './dot.svg';
      const shared = await import('./shared.js');
      document.querySelector('main').append(url, shared.value, (await import('./lazy.js')).lazy);`,
    'src/lazy.js': `import { value } from './shared.js'; export const lazy = value + 1;`,
    'src/shared.js': 'export const value = 41;',
    'src/extra.css': 'main { background: url(./dot.svg) }',
    'src/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'src/pictures/page.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    'src/index.html':
      '<!doctype html><html><head><title>t</title></head><body><main><img src="pictures/page.svg" alt=""></main><script type="module" src="./main.js"></script></body></html>',
    'public/data/menu.json': '[]',
  });
  const { paths, text } = await packed(app);
  const main = await text('main.js');
  const chunks = paths.filter((path) => path.startsWith('chunks/'));
  assert.ok(chunks.length >= 2, paths.join());
  const dynamic = [...main.matchAll(/import\("([^"]+)"\)/g)].map((match) => match[1] ?? '');
  assert.ok(dynamic.length >= 2, main);
  const references = new Set<string>();
  for (const path of paths.filter((name) => /\.(?:js|css|html)$/.test(name))) {
    const content = await text(path);
    assert.equal(/(?:from|import)\s*\(?["']\.{1,2}\//.test(content), false, path);
    for (const [, reference = ''] of content.matchAll(/portico:\/([^\s"'`()<>\\,?#]+)/g)) references.add(reference);
  }
  for (const reference of references) assert.ok(paths.includes(reference), `${reference} of ${paths.join()}`);
  assert.match(await text('index.html'), /<link rel="stylesheet" href="portico:\/main\.css"><\/head>/);
  assert.ok(paths.includes('data/menu.json') && paths.includes('pictures/page.svg'));
});

test('source that does not compile is reported with its place', async () => {
  const app = await appWith('broken', { 'src/main.js': 'const a = ;' });
  await assert.rejects(portico('pack', app, '-o', at('x.zip')), (error: unknown) => {
    assert.ok(error instanceof PorticoError);
    assert.equal(error.code, 'ERR_CLI_BUNDLE');
    assert.match(error.message, /main\.js:1:11/);
    return true;
  });
});

test('check prints what to mend, in three formats, and ends with 1', async () => {
  const app = await appWith('evil', { 'src/main.js': 'eval("1"); fetch("http://api.tea.example")' });
  const text = await portico('check', app);
  assert.equal(text.code, 1);
  assert.match(text.out, /error {3}main\.js:1:\d+\n {8}eval makes code from text.*\[code\/eval\]/);
  const json = JSON.parse((await portico('check', app, '--format', 'json')).out);
  assert.equal(json.ok, false);
  assert.ok(json.findings.some(({ rule }: { rule: string }) => rule === 'network/domains'));
  const sarif = JSON.parse((await portico('check', app, '--format', 'sarif')).out);
  assert.equal(sarif.version, '2.1.0');
  const [run] = sarif.runs;
  const known = run.tool.driver.rules.map(({ id }: { id: string }) => id);
  for (const { ruleId } of run.results) assert.ok(known.includes(ruleId));
});

test('a wrong manifest is findings with line and column', async () => {
  const app = await appWith('wrong');
  const manifest = await readFile(join(app, 'manifest.json'), 'utf8');
  await writeFile(join(app, 'manifest.json'), manifest.replace('"capabilities"', '"capabilitis"'));
  const { code, out } = await portico('check', app);
  assert.equal(code, 1);
  assert.match(out, /manifest\.json:\d+:\d+\n.*Did you mean "capabilities"\?/);
  await writeFile(join(app, 'manifest.json'), manifest.replace('"lang"', '"name"'));
  assert.match((await portico('check', app)).out, /manifest\.json:\d+:\d+\n.*stands here again/);
});

test('inspect tells archives from documents and gives one verdict a file', async () => {
  const { file } = await packed(await appWith('inspected'));
  await writeFile(at('good.json'), '{"a": 1}');
  await writeFile(at('bad.json'), '{"a": 1, "a": 2}');
  await writeFile(at('broken.zip'), 'not a zip');
  const files = [file, at('good.json'), at('bad.json'), at('broken.zip')];
  const { code, out } = await portico('inspect', '--format', 'json', ...files);
  const verdicts = out.split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(
    verdicts.map(({ file: name, ok, code: why }) => [name, ok, why]),
    [
      [files[0], true, undefined],
      [files[1], true, undefined],
      [files[2], false, 'ERR_JSON_DUPLICATE_KEY'],
      [files[3], false, 'ERR_PACKAGE_NOT_ZIP'],
    ],
  );
  assert.equal(code, 1);
  assert.equal((await portico('inspect', at('good.json'))).code, 0);
  assert.equal((await portico('inspect', at('absent.json'))).code, 2);
});

test('submit makes a key of its own, registers it when the registry asks, and signs the digest', async () => {
  const { file, pkg } = await packed(await appWith('submitted'));
  const requests: { url: string; body: Buffer; headers: NodeJS.Dict<string | string[]> }[] = [];
  let registered = '';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({ url: request.url ?? '', body: Buffer.concat(chunks), headers: request.headers });
      const answer = (status: number, body: object) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (request.url === '/api/v1/partner/keys') {
        registered = JSON.parse(Buffer.concat(chunks).toString()).publicKey;
        answer(201, { keyId: 'k' });
      } else if (!registered)
        answer(403, { code: 'ERR_PUBLISHING_RELEASE_KEY', title: 'Not registered.', fix: 'Register it.' });
      else
        answer(202, {
          id: 'i',
          appId: pkg.release.appId,
          version: pkg.release.version,
          digest: pkg.digest,
          state: 'RECEIVED',
        });
    });
  });
  server.listen(0, '127.0.0.1');
  after(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const { code, out } = await portico('submit', file, '--registry', registry, '--token', 'pt_x', '--format', 'json');
  assert.equal(code, 0);
  assert.equal(JSON.parse(out).digest, pkg.digest);
  assert.deepEqual(
    requests.map(({ url }) => url),
    ['/api/v1/submissions', '/api/v1/partner/keys', '/api/v1/submissions'],
  );
  assert.match(registered, /^[A-Za-z0-9_-]{43}$/);
  assert.equal(requests[0]?.headers.authorization, 'Bearer pt_x');
  assert.match(String(requests[0]?.headers['portico-release-signature']), /^[A-Za-z0-9_-]{86}$/);
  const key = await stat(at('config', 'portico', 'release-key.json'));
  assert.equal(key.mode & 0o777, 0o600);
});

test('a registry that is not there, or is none, ends with a sentence', async () => {
  const common = ['--token', 'pt_x'];
  await assert.rejects(portico('status', 'id', '--registry', 'http://127.0.0.1:9', ...common), {
    code: 'ERR_CLI_UNREACHABLE',
  });
  const server = createServer((_request, response) => response.end('<html>'));
  server.listen(0, '127.0.0.1');
  after(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await assert.rejects(portico('status', 'id', '--registry', registry, ...common), { code: 'ERR_CLI_ANSWER' });
});

test('status tells the reason of a rejection, each step on one line', async () => {
  const body = {
    ...{ id: 'i', appId: 'com.example.app', version: '1.0.0', digest: 'd', state: 'REJECTED', findings: [] },
    history: [
      { state: 'RECEIVED', at: '2026-01-01T00:00:00.000Z', by: 'partner:tea' },
      { state: 'REJECTED', at: '2026-01-02T00:00:00.000Z', by: 'bank', reason: 'The name misleads.\nChoose another.' },
    ],
  };
  const server = createServer((_request, response) => response.end(JSON.stringify(body)));
  server.listen(0, '127.0.0.1');
  after(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { code, out } = await portico('status', 'i', '--registry', registry, '--token', 'pt_x', '--format', 'text');
  assert.equal(code, 1);
  assert.equal(
    out.split('\n').at(-1),
    '  2026-01-02T00:00:00.000Z  REJECTED  bank  The name misleads. Choose another.',
  );
});
