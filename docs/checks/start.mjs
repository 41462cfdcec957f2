// @ts-check
/**
 * `npm start`: installs what is missing, builds what changed, then hands over to `dist/demo/main.js`, which starts
 * PostgreSQL, the registry and the demo partners. `--dev` rebuilds and restarts on every change, `--build` only builds.
 *
 * Plain JavaScript on Node's own modules, because on a fresh clone nothing else exists yet.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const dev = process.argv.includes('--dev');
/** As a shell tells of it: whoever goes on after us must not take half a build for a whole one. */
export const INTERRUPTED = 130;
const onlyBuild = process.argv.includes('--build');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Portico needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and run the command again.`,
  );
  process.exit(2);
}

/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** @param {string} file */
const stored = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let stopping = false;
/** Exit code of a command that was asked to stop before its work was done. */
let stoppedCode = 0;

/**
 * Starts a process that is told to stop when we are, by signal or because whoever started us is gone.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').StdioOptions} [stdio]
 */
export function start(command, args, stdio = 'inherit') {
  const child = spawn(command, args, { cwd: root, stdio });
  running.add(child);
  child.once('exit', () => running.delete(child));
  if (stopping) child.kill('SIGTERM');
  return child;
}

/**
 * Resolves with the exit code; 1 for a process that was killed, 2 for one that could not be started.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
export const ended = (child) =>
  new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(2);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });

function stop() {
  if (stopping) return;
  stopping = true;
  for (const child of running) child.kill('SIGTERM');
}

/**
 * Passes every request to stop on to what runs. npm does not always pass signals on, and killed it passes none: between
 * it and us stands a shell that lives on. So its process and the shell's are watched, and their end is a request as well.
 * @param {number} [code] exit code where that comes while something is still installed or built
 */
export function stopWhenAsked(code = 0) {
  stoppedCode = code;
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) process.on(signal, stop);
  // A reader of our output that went away must not keep us from stopping what we started.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const above = processesAbove();
  setInterval(() => processesAbove() !== above && stop(), 500).unref();
}

/** Our parent and, where npm started us, its parent; outside Linux only our parent can be seen. */
function processesAbove() {
  const parent = process.ppid;
  const stat = process.env.npm_lifecycle_event ? stored(`/proc/${parent}/stat`) : '';
  return `${parent} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''}`;
}

/**
 * Runs a step in the foreground and ends the process when it fails or is stopped.
 * @param {string} what
 * @param {string} command
 * @param {string[]} args
 */
async function step(what, command, args) {
  console.log(what);
  const code = await ended(start(command, args));
  if (stopping) process.exit(stoppedCode);
  if (code === 0) return;
  console.error(`${command} ${args.join(' ')} did not succeed; mend what it says above and run the command again.`);
  process.exit(2);
}

/**
 * Runs a task while no other command of this clone installs or builds. The lock names a process and when it began, so
 * that one that was killed holds nobody up.
 * @param {() => Promise<void>} task
 */
export async function alone(task) {
  const lock = join(root, 'node_modules', '.portico-busy');
  mkdirSync(dirname(lock), { recursive: true });
  const mine = `${process.pid} ${startOf(process.pid)}`;
  let said = false;
  for (;;) {
    try {
      writeFileSync(lock, mine, { flag: 'wx' });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const [pid = '', began] = stored(lock).split(' ');
    // Empty for the moment between its being made and being written.
    if (pid !== '' && startOf(Number(pid)) !== began) rmSync(lock, { force: true });
    else if (!said) {
      said = true;
      console.log('waiting for another command that installs or builds in this folder …');
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (stopping) process.exit(stoppedCode);
  }
  try {
    await task();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Clock ticks after boot at which a process began; `gone` when there is none, `unknown` outside Linux.
 * @param {number} pid
 */
function startOf(pid) {
  const stat = stored(`/proc/${pid}/stat`);
  if (stat !== '') return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  if (existsSync('/proc/self/stat')) return 'gone';
  try {
    process.kill(pid, 0);
    return 'unknown';
  } catch {
    return 'gone';
  }
}

export async function install() {
  const stamp = join(root, 'node_modules', '.portico-installed');
  const wanted = sha256(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  if (stored(stamp) === wanted) return;
  // Not `npm ci`: a registry that mirrors only some platforms' binaries leaves holes in the lock file that it refuses.
  await step('installing dependencies; the first time this takes about a minute …', 'npm', [
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
  const { PORTICO_TRUST_ROOT } = process.env;
  const trusted = PORTICO_TRUST_ROOT ? `${PORTICO_TRUST_ROOT} ${stored(PORTICO_TRUST_ROOT)}` : '';
  const settings = ['package-lock.json', 'tsconfig.base.json'].map((file) => stored(join(root, file)));
  return sha256([...lines.sort(), ...settings, trusted].join('\n'));
}

/** @param {{ readonly always?: boolean }} [how] whether to build where nothing moved, too */
export async function build({ always = false } = {}) {
  const stamp = join(root, 'dist', '.built');
  const wanted = fingerprint();
  if (!always && stored(stamp) === wanted) return;
  await step('building …', process.execPath, builder);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, wanted);
}

const builder = ['--import', 'tsx', join('docs', 'checks', 'build.ts')];

/** The fourth channel closes when this process dies, however it dies; the product then stops cleanly. */
const run = () =>
  start(
    process.execPath,
    ['--enable-source-maps', join('dist', 'demo', 'main.js')],
    ['inherit', 'inherit', 'inherit', 'ipc'],
  );

function serveAndWatch() {
  let product = run();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let restarting = false;
  const onExit = (/** @type {number | null} */ code) => {
    if (stopping || !restarting) process.exit(code ?? 1);
    restarting = false;
    product = run();
    product.on('exit', onExit);
  };
  product.on('exit', onExit);
  const rebuild = async () => {
    if ((await ended(start(process.execPath, builder))) !== 0) {
      if (!stopping) console.error('the build failed; the running product stays as it was');
      return;
    }
    restarting = true;
    product.kill('SIGTERM');
  };
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(rebuild, 200);
  };
  for (const room of ['container', 'plugins', 'registry', 'sandbox'])
    watch(join(root, room), { recursive: true }, changed);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  stopWhenAsked(onlyBuild ? INTERRUPTED : 0);
  await alone(async () => {
    await install();
    await build({ always: onlyBuild });
  });
  if (onlyBuild) process.exit(0);
  if (dev) serveAndWatch();
  else process.exit(await ended(run()));
}
