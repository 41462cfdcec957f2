/**
 * A small client of the browser's own debugging protocol. Playwright attaches itself to every frame and holds each new
 * one until it has prepared it; a bench of opening frames must not. This one attaches to pages only.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WebSocket } from 'undici';
import { browserCommand } from '../../docs/checks/product/browser.ts';

type Json = Readonly<Record<string, unknown>>;
interface Answer {
  readonly id?: number;
  readonly result?: Json;
  readonly error?: { readonly message: string };
}

export interface Devtools {
  /** A tab of the browser's own profile, or of `context`. */
  openTab(context?: string): Promise<Tab>;
  /** A profile with nothing in it, and nothing on disk. */
  newContext(): Promise<string>;
  disposeContext(context: string): Promise<void>;
  setCookies(cookies: readonly Cookie[], context?: string): Promise<void>;
  /** Everything that can be looked into, as `type address`: pages, frames with a process of their own, workers. */
  targets(): Promise<readonly string[]>;
  /** Process ids of all renderers. */
  rendererPids(): Promise<readonly number[]>;
  close(): Promise<void>;
}
export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly url: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly path: string;
}

export interface Tab {
  /** Runs `script` in every page of this tab before its own scripts. */
  beforeEachPage(script: string): Promise<void>;
  goTo(url: string): Promise<void>;
  /** The value of a JavaScript expression, promises awaited. */
  evaluate(expression: string): Promise<unknown>;
  /** A finger that stays on the glass for `heldMs`. */
  tap(x: number, y: number, heldMs: number): Promise<void>;
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

export interface DevtoolsOptions {
  /** Features of the browser to switch off. */
  readonly without?: readonly string[];
  /** Further arguments. */
  readonly flags?: readonly string[];
}

/** Starts a browser whose profile is the folder `profile`. */
export async function launchDevtools(
  profile: string,
  { without = [], flags = [] }: DevtoolsOptions = {},
): Promise<Devtools> {
  const { executablePath, args } = browserCommand;
  // A page kept for Back keeps the processes of its frames, and the next frame of the same site would find one ready.
  const off = ['BackForwardCache', ...without];
  const usual = args.map((flag) => (flag.startsWith('--disable-features=') ? [flag, ...off].join() : flag));
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(executablePath, [...usual, ...flags, ...own], { stdio: ['ignore', 'ignore', 'pipe'] });
  const socket = new WebSocket(await debuggerAddress(child));
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('the browser cannot be spoken to')));
  });

  const waiting = new Map<number, (answer: Answer) => void>();
  // Whoever still waits when the browser goes would wait for ever.
  socket.addEventListener('close', () => {
    for (const [id, answer] of waiting) answer({ id, error: { message: 'the browser has gone' } });
    waiting.clear();
  });
  let lastId = 0;
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id === undefined) return;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  const send = async (method: string, params: Json = {}, sessionId?: string): Promise<Json> => {
    lastId += 1;
    const id = lastId;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  };
  const inContext = (context?: string): Json => (context === undefined ? {} : { browserContextId: context });

  return {
    async openTab(context) {
      const { targetId } = await send('Target.createTarget', { url: 'about:blank', ...inContext(context) });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      return tabOf(
        (method, params) => send(method, params, String(sessionId)),
        () => send('Target.closeTarget', { targetId }),
      );
    },
    newContext: async () => String((await send('Target.createBrowserContext')).browserContextId),
    disposeContext: async (context) => void (await send('Target.disposeBrowserContext', inContext(context))),
    setCookies: async (cookies, context) => void (await send('Storage.setCookies', { cookies, ...inContext(context) })),
    async targets() {
      const { targetInfos } = await send('Target.getTargets', { filter: [{}] });
      return (targetInfos as readonly { readonly type: string; readonly url: string }[]).map(
        ({ type, url }) => `${type} ${url}`,
      );
    },
    async rendererPids() {
      const { processInfo } = await send('SystemInfo.getProcessInfo');
      const processes = processInfo as readonly { readonly type: string; readonly id: number }[];
      return processes.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      // The answer may go with the browser.
      await send('Browser.close').catch(() => child.kill('SIGKILL'));
      await ended;
      socket.close();
    },
  };
}

function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const { stderr } = child;
    if (!stderr) throw new TypeError('the browser was started without its error output');
    createInterface({ input: stderr }).on('line', (line) => {
      const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the browser ended with code ${code}`)));
  });
}

async function tabOf(send: (method: string, params?: Json) => Promise<Json>, close: () => Promise<Json>): Promise<Tab> {
  await send('Page.enable');
  await send('Runtime.enable');
  // A phone, and a tab that counts as the one being looked at.
  await send('Emulation.setDeviceMetricsOverride', { width: 390, height: 844, deviceScaleFactor: 2, mobile: true });
  await send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await send('Emulation.setFocusEmulationEnabled', { enabled: true });

  return {
    beforeEachPage: async (source) => void (await send('Page.addScriptToEvaluateOnNewDocument', { source })),
    async goTo(url) {
      await send('Page.bringToFront');
      const { errorText } = await send('Page.navigate', { url });
      if (errorText) throw new Error(`${url}: ${String(errorText)}`);
    },
    async evaluate(expression) {
      const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      const { result, exceptionDetails } = answer as { result: { value?: unknown }; exceptionDetails?: Json };
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails).slice(0, 600));
      return result.value;
    },
    async tap(x, y, heldMs) {
      await send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      if (heldMs > 0) await new Promise((resolve) => setTimeout(resolve, heldMs));
      await send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    },
    screenshot: async () => Buffer.from(String((await send('Page.captureScreenshot')).data), 'base64'),
    close: async () => void (await close()),
  };
}
