// @ts-check
/**
 * `npm start`: installs what is missing, builds what changed, then hands over to `dist/demo/main.js`, which starts
 * PostgreSQL, the registry and the demo partners. `--dev` rebuilds and restarts on every change.
 *
 * Plain JavaScript on Node's own modules, because on a fresh clone nothing else exists yet.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const dev = process.argv.includes('--dev');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Portico needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and run npm start again.`,
  );
  process.exit(2);
}

/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** @param {string} file */
const stored = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/**
 * Runs a step in the foreground and ends the process with its code when it fails.
 * @param {string} what
 * @param {string} command
 * @param {string[]} args
 */
function step(what, command, args) {
  console.log(what);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (error) console.error(error.message);
  if (status !== 0) {
    console.error(`${command} ${args.join(' ')} did not succeed; mend what it says above and run npm start again.`);
    process.exit(2);
  }
}

export function install() {
  const stamp = join(root, 'node_modules', '.portico-installed');
  const wanted = sha256(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  if (stored(stamp) === wanted) return;
  // Not `npm ci`: a registry that mirrors only some platforms' binaries leaves holes in the lock file that it refuses.
  step('installing dependencies …', 'npm', [
    'install',
    '--no-save',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  writeFileSync(stamp, wanted);
}

/** Size and time of change of every source file, so that a build is skipped only when nothing moved. */
function fingerprint() {
  /** @type {string[]} */
  const lines = [];
  /** @param {string} folder */
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules') walk(path);
      } else {
        const { size, mtimeMs } = statSync(path);
        lines.push(`${path} ${size} ${mtimeMs}`);
      }
    }
  };
  for (const room of ['container', 'plugins', 'registry', 'sandbox', 'docs/checks']) walk(join(root, room));
  return sha256(lines.sort().join('\n') + stored(join(root, 'package-lock.json')));
}

export function build() {
  const stamp = join(root, 'dist', '.built');
  const wanted = fingerprint();
  if (stored(stamp) === wanted) return;
  step('building …', process.execPath, ['--import', 'tsx', join('docs', 'checks', 'build.ts')]);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, wanted);
}

function run() {
  return spawn(process.execPath, ['--enable-source-maps', join('dist', 'demo', 'main.js')], {
    cwd: root,
    // The fourth channel closes when this process dies, however it dies; the child then stops cleanly.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}

function serve() {
  const child = run();
  const parent = process.ppid;
  let asked = false;
  const stop = () => {
    if (!asked) child.kill('SIGTERM');
    asked = true;
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('SIGHUP', stop);
  // npm does not always pass a signal on; when the process that started us is gone, stop as if it had.
  setInterval(() => process.ppid !== parent && stop(), 500).unref();
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

function serveAndWatch() {
  let child = run();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let restarting = false;
  const onExit = (/** @type {number | null} */ code) => {
    if (!restarting) process.exit(code ?? 1);
    restarting = false;
    child = run();
    child.on('exit', onExit);
  };
  child.on('exit', onExit);
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const result = spawnSync(process.execPath, ['--import', 'tsx', join('docs', 'checks', 'build.ts')], {
        cwd: root,
        stdio: 'inherit',
      });
      if (result.status !== 0) return console.error('the build failed; the running product stays as it was');
      restarting = true;
      child.kill('SIGTERM');
    }, 200);
  };
  for (const room of ['container', 'plugins', 'registry', 'sandbox'])
    watch(join(root, room), { recursive: true }, changed);
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']))
    process.on(signal, () => child.kill('SIGTERM'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install();
  build();
  dev ? serveAndWatch() : serve();
}
