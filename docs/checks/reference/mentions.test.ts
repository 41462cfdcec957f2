/** What the guides tell people to type, open or look up exists. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commands } from '../../../plugins/kit/cli/command-line.ts';
import { settings } from '../../../registry/platform/index.ts';
import { errors } from '../../../sandbox/contract/index.ts';
import { describedRoutes } from './described-routes.ts';
import { commandsOf, markdownFiles, readProse } from './prose.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(`${root}package.json`, 'utf8'),
);
/** Settings of other programs than the server: the command line, the build, the tests, the demo partner. */
const otherSettings = [
  'PORTICO_REGISTRY',
  'PORTICO_TOKEN',
  'PORTICO_TRUST_ROOT',
  'PORTICO_CHROMIUM',
  'PORTICO_TEST_PG',
  'PORTICO_API',
];
/** Made by examples, not by the repository. */
const madeByReaders = ['tea-server/server.ts', 'approve.mjs'];

const pages = markdownFiles(root).map((path) => readProse(root, path));
const mentions = pages.flatMap((page) => commandsOf(page).map((words) => ({ path: page.path, words: words.trim() })));
const wrong = (isWrong: (words: string) => boolean | undefined): string[] =>
  mentions.filter(({ words }) => isWrong(words)).map(({ path, words }) => `${path}: ${words}`);

test('every npm command is a script, and the file it runs is there', () => {
  const faults = wrong((words) => {
    const [, name] = /\bnpm (?:run )?([a-z]+)/.exec(words) ?? [];
    if (name === undefined || name === 'install') return false;
    const file = /docs\/checks\/\S+/.exec(scripts[name] ?? '')?.[0];
    return scripts[name] === undefined || (file !== undefined && !existsSync(join(root, file)));
  });
  assert.deepEqual(faults, []);
});

test('every portico command and option exists', () => {
  const faults = wrong((words) => {
    const [, name, rest = ''] = /(?:^|\s)portico ([a-z]+)\b(.*)/.exec(words) ?? [];
    if (name === undefined) return false;
    const command = commands.find((candidate) => candidate.name === name);
    const options = [...rest.matchAll(/--([a-z-]+)/g)].map(([, option = '']) => option);
    return !command || options.some((option) => option !== 'help' && !Object.hasOwn(command.options, option));
  });
  assert.deepEqual(faults, []);
});

test('every route is one of the server’s', async () => {
  const known = (await describedRoutes()).map(({ method, url }) => {
    const path = url.replaceAll(/:[A-Za-z]+/g, '[^/\\s]+').replaceAll('*', '.*');
    return new RegExp(`^(?:${[method].flat().join('|')}) ${path}(?:\\?.*)?$`);
  });
  // Registered before anything that listens for routes.
  known.push(/^GET \/api\/errors\/\{code\}$/);
  const faults = wrong((words) => {
    const route = /^(?:GET|POST|PUT|DELETE) \/\S+$/.exec(words)?.[0];
    return route !== undefined && !known.some((pattern) => pattern.test(route));
  });
  assert.deepEqual(faults, []);
});

test('every setting is read by the server or named here', () => {
  const faults = wrong((words) =>
    [...words.matchAll(/\bPORTICO_[A-Z_]+\b/g)].some(
      ([name]) => !Object.hasOwn(settings, name) && !otherSettings.includes(name),
    ),
  );
  assert.deepEqual(faults, []);
});

test('every error code is in the catalogue', () => {
  const codes = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\bERR_[A-Z]+(?:_[A-Z]+)+\b/g)].map(([code]) => `${path}: ${code}`),
  );
  assert.deepEqual(
    codes.filter((found) => !Object.hasOwn(errors, found.split(': ')[1] ?? '')),
    [],
  );
});

test('every file of the repository that is named is there', () => {
  const faults = wrong((words) => {
    const path = /^(?:container|docs|plugins|registry|sandbox)\/[\w./-]+$/.exec(words)?.[0];
    if (path === undefined || madeByReaders.includes(path)) return false;
    return !existsSync(join(root, path));
  });
  assert.deepEqual(faults, []);
});
