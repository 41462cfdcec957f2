/** Host, frame and SDK together: real frames on another origin, with the headers that the registry sends. */
import { sendMouse } from '@web/test-runner-commands';
import { assert } from 'chai';
import { prewarmFrame } from './index.ts';
import { appRunning, frameUrl, packageOf } from './testing/fixture-app.ts';
import { newMount, openOnStage, type Stage, type StageOptions } from './testing/stage.ts';

describe('a realm', () => {
  let open: Stage[] = [];
  const stage = (options: StageOptions): Stage => {
    const opened = openOnStage(options);
    open.push(opened);
    return opened;
  };
  afterEach(() => {
    for (const { realm, mount } of open) {
      realm.close('the test is over');
      mount.remove();
    }
    open = [];
  });

  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  /** Clicks in the middle of the frame, as a person would. */
  const tap = async ({ mount }: Stage): Promise<void> => {
    const { left, top, width, height } = mount.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
  };
  const codeOf = (expression: string): string => `await ${expression}.then(() => 'ok', (error) => error.code)`;

  it('is ready with scripts in the page itself, modules among them, and not with one that lacks what it imports', async () => {
    const page = (script: string) => packageOf({ 'index.html': `<!doctype html><p>Tea</p>${script}` });
    const inline = stage({ files: page('<script>window.first = 1</script><script type="module">await 0</script>') });
    await inline.until('ready');
    const broken = stage({ files: page('<script type="module">import "portico:/none.js"</script>') });
    assert.deepEqual(await broken.until('failed'), { phase: 'failed', code: 'ERR_REALM_ENTRY' });
    // In the head, where a policy counts.
    const policy = '<meta http-equiv="Content-Security-Policy" content="script-src *">';
    const html = `<!doctype html>${policy}<script type="module">await 0</script>`;
    const blocked = stage({ files: packageOf({ 'index.html': html }) });
    assert.deepEqual(await blocked.until('failed'), { phase: 'failed', code: 'ERR_REALM_ENTRY' });
  });

  it('waits for nothing that browsers pass over: an old bundle beside modules, data in a script, a style sheet of no kind', async () => {
    const files = packageOf({
      'index.html': `<!doctype html><script nomodule src="portico:/old.js"></script>
        <script type="text/plain" src="portico:/old.js"></script><script type="importmap" src="portico:/old.js"></script>
        <link rel="stylesheet" href=""><link rel="stylesheet" type="text/less" href="portico:/a.css">
        <link rel="alternate stylesheet" title="dark" href="portico:/a.css"><p>Tea</p>`,
      'old.js': 'document.body.remove()',
      'a.css': 'p { color: red }',
    });
    await stage({ files }).until('ready');
  });

  it('takes a page of more elements than one call takes arguments', async () => {
    const page = `<!doctype html>${'<meta>'.repeat(200_000)}<body>${'<i></i>'.repeat(200_000)}`;
    await stage({ files: packageOf({ 'index.html': page }) }).until('ready');
  });

  it('takes style sheets of which each imports the next, through a whole package, and some that go round in circles', async () => {
    const last = 1_990;
    const sheets = Array.from({ length: last }, (_, at): [string, string] => [
      `css/${at}.css`,
      `@import url("portico:/css/${at + 1}.css"); @import url("portico:/css/0.css");`,
    ]);
    const files = await appRunning(
      `const { sheet } = globalThis; const text = await (await fetch(sheet)).text();
       await portico.storage.set({ key: 'text', value: text.replaceAll(/blob:[^"]+/g, 'blob') });`,
      {
        ...Object.fromEntries(sheets),
        [`css/${last}.css`]: 'p { color: rgb(1, 2, 3) }',
        'index.html': `<script>globalThis.sheet = 'portico:/css/0.css'</script><script type="module" src="portico:/app.js"></script>`,
      },
    );
    const { reported } = stage({ files });
    assert.equal(await reported('text'), '@import url("blob"); @import url("portico:/css/0.css");');
  });

  it('runs a packed app: entry module, static and lazy chunk, style, image, its own JSON, routing', async () => {
    const sdk = await (await fetch('/.portico/fixture/sdk.js')).text();
    const files = packageOf({
      'index.html': `<!doctype html><html lang="zh-Hans" class="app"><head><title>停车</title>
        <link rel="stylesheet" href="portico:/css/app.css"><script type="module" src="portico:/app.js"></script></head>
        <body><h1 id="heading">Tea</h1><img id="logo" src="portico:/img/logo.svg" alt=""></body></html>`,
      'app.js': `import { portico } from 'portico:/sdk.js'; import { twice } from 'portico:/chunks/math.js';
        const lazy = await import('portico:/chunks/lazy.js');
        const data = await (await fetch('portico:/data/prices.json')).json();
        const logo = document.getElementById('logo'); await logo.decode();
        history.pushState(null, '', '?page=2'); const pushed = location.search; location.hash = '#/three';
        await portico.storage.set({ key: 'seen', value: {
          lang: document.documentElement.lang, htmlClass: document.documentElement.className, title: document.title,
          twice: twice(21), lazy: lazy.name, fee: data.fee, width: logo.naturalWidth,
          color: getComputedStyle(document.getElementById('heading')).color,
          backdrop: getComputedStyle(document.body).backgroundImage.startsWith('url("blob:'),
          asset: 'portico:/img/logo.svg'.startsWith('blob:'), pushed, hash: location.hash, path: location.pathname,
          top: top.length, origin: self.origin,
        } });`,
      'chunks/math.js': `export function twice(n) { return n * 2 } export { name } from 'portico:/chunks/lazy.js';`,
      'chunks/lazy.js': `import { twice } from 'portico:/chunks/math.js'; export const name = 'lazy' + typeof twice;`,
      'css/app.css': `@import url("portico:/css/base.css"); body { background: url(portico:/img/logo.svg) }`,
      'css/base.css': '#heading { color: rgb(1, 2, 3) }',
      'img/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>',
      'data/prices.json': '{"fee": 1500}',
      'sdk.js': sdk,
    });
    const { reported, until, states } = stage({ files });
    assert.deepEqual(await reported('seen'), {
      lang: 'zh-Hans',
      htmlClass: 'app',
      title: '停车',
      twice: 42,
      lazy: 'lazyfunction',
      fee: 1500,
      width: 16,
      color: 'rgb(1, 2, 3)',
      backdrop: true,
      asset: true,
      pushed: '?page=2',
      hash: '#/three',
      path: '/.portico/fixture/frame.html',
      top: 0,
      origin: 'null',
    });
    await until('ready');
    assert.deepEqual(
      states.map(({ phase }) => phase),
      ['ready'],
    );
  });

  it('runs inline and classic scripts of the entry page in order, and gives late listeners their load events', async () => {
    const files = packageOf({
      'index.html': `<script defer src="portico:/deferred.js"></script><script>globalThis.order = ['inline'];
        addEventListener('load', () => parent); document.addEventListener('DOMContentLoaded', () => order.push('content'))</script>
        <script src="portico:/classic.js"></script><script type="module" src="portico:/app.js"></script>`,
      'classic.js': `order.push('classic')`,
      'deferred.js': `order.push('deferred')`,
      'app.js': `import { portico } from 'portico:/sdk.js';
        addEventListener('load', () => portico.storage.set({ key: 'order', value: order }))`,
      'sdk.js': await (await fetch('/.portico/fixture/sdk.js')).text(),
    });
    assert.deepEqual(await stage({ files }).reported('order'), ['inline', 'classic', 'deferred', 'content']);
  });

  it('finds no parent, storage, cookie or secret in the frame, and loads nothing from elsewhere', async () => {
    const files = await appRunning(`
      const attempt = (run) => { try { return String(run()) } catch (error) { return error.name } };
      const image = new Image();
      const loaded = new Promise((resolve) => { image.onload = () => resolve('loaded'); image.onerror = () => resolve('blocked') });
      image.src = 'http://localhost:' + location.port + '/x.png';
      const hello = { storage: attempt(() => localStorage), parent: attempt(() => parent.document), element: attempt(() => frameElement),
        cookie: attempt(() => document.cookie), hash: location.hash, script: document.querySelector('[data-container]'),
        fetch: await fetch('http://localhost:' + location.port + '/').then(() => 'loaded', () => 'blocked'), image: await loaded };
      await portico.storage.set({ key: 'found', value: hello });`);
    assert.deepEqual(await stage({ files }).reported('found'), {
      storage: 'SecurityError',
      parent: 'SecurityError',
      element: 'null',
      cookie: 'SecurityError',
      hash: '',
      script: null,
      fetch: 'blocked',
      image: 'blocked',
    });
  });

  it('checks every call: declared, arguments, consent, gesture', async () => {
    const files = await appRunning(`
      const codes = {
        undeclared: ${codeOf(`portico.payment.query({ orderToken: 't' })`)},
        extraField: ${codeOf(`portico.app.setTitle({ title: 'x', html: true })`)},
        wrongType: ${codeOf(`portico.app.setTitle({ title: 1 })`)},
        missing: ${codeOf('portico.app.setTitle({})')},
        notGranted: ${codeOf('portico.identity.login()')},
        badResult: ${codeOf('portico.app.info()')},
        fine: ${codeOf(`portico.app.setTitle({ title: 'Tea' })`)},
      };
      await portico.storage.set({ key: 'codes', value: codes });`);
    const { reported, audit } = stage({
      files,
      capabilities: ['storage', 'identity.login'],
      consent: () => false,
      handlers: { 'app.info': () => ({ appId: 'x', secret: 'y' }) as never },
    });
    assert.deepEqual(await reported('codes'), {
      undeclared: 'ERR_BRIDGE_NOT_DECLARED',
      extraField: 'ERR_BRIDGE_BAD_ARGUMENTS',
      wrongType: 'ERR_BRIDGE_BAD_ARGUMENTS',
      missing: 'ERR_BRIDGE_BAD_ARGUMENTS',
      notGranted: 'ERR_BRIDGE_NOT_GRANTED',
      badResult: 'ERR_BRIDGE_INTERNAL',
      fine: 'ok',
    });
    assert.deepEqual(
      audit.map(({ method, outcome }) => [method, outcome]),
      [['identity.login', 'ERR_BRIDGE_NOT_GRANTED']],
    );
  });

  it('takes a time to wait that is none as the method’s own, and goes on', async () => {
    const files = await appRunning(`
      const codes = [];
      for (const deadlineMs of [Infinity, NaN, -1, 1e300, 20_000.5]) codes.push(${codeOf('portico.app.info({}, { deadlineMs })')});
      await portico.storage.set({ key: 'codes', value: codes });`);
    const opened = stage({ files });
    assert.deepEqual(await opened.reported('codes'), ['ok', 'ok', 'ok', 'ok', 'ok']);
    await opened.until('ready');
  });

  it('lets one payment follow one tap inside the app, and none a tap on the container', async () => {
    const files = await appRunning(`
      const pay = async (key) => portico.storage.set({ key, value: ${codeOf(`portico.payment.request({ orderToken: 't' })`)} });
      await pay('unasked');
      document.body.style.cssText = 'margin:0;height:100vh';
      document.body.addEventListener('click', async () => { await pay('tapped'); await pay('again'); });
      portico.on('theme', () => pay('afterHostTap'));
      await portico.storage.set({ key: 'listening', value: true });`);
    const button = document.createElement('button');
    button.textContent = 'chrome of the container';
    document.body.append(button);
    const opened = stage({ files, quotas: { gestureMs: 60_000 } });
    assert.equal(await opened.reported('unasked'), 'ERR_BRIDGE_NEEDS_GESTURE');
    await opened.reported('listening');
    await opened.until('ready');

    const { left, top } = button.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + 5), Math.round(top + 5)] });
    assert.isTrue(navigator.userActivation.isActive, 'the test’s own tap counted as one');
    opened.realm.emit('theme', { theme: 'dark' });
    assert.equal(await opened.reported('afterHostTap'), 'ERR_BRIDGE_NEEDS_GESTURE');

    await tap(opened);
    assert.equal(await opened.reported('tapped'), 'ok');
    assert.equal(await opened.reported('again'), 'ERR_BRIDGE_NEEDS_GESTURE');
    assert.deepEqual(
      opened.audit.map(({ outcome }) => outcome),
      ['ERR_BRIDGE_NEEDS_GESTURE', 'ERR_BRIDGE_NEEDS_GESTURE', 'ok', 'ERR_BRIDGE_NEEDS_GESTURE'],
    );
    button.remove();
  });

  it('lets no message without a tap make a spent tap new', async () => {
    const files = await appRunning(`
      const pay = async (key) => portico.storage.set({ key, value: ${codeOf(`portico.payment.request({ orderToken: 't' })`)} });
      const stamped = MessagePort.prototype.postMessage;
      const unstamped = function (message) { stamped.call(this, message) };
      document.body.style.cssText = 'margin:0;height:100vh';
      document.body.addEventListener('click', async () => {
        await pay('tapped');
        MessagePort.prototype.postMessage = unstamped;
        await pay('unstamped');
        MessagePort.prototype.postMessage = stamped;
        await pay('again');
      });
      await portico.storage.set({ key: 'listening', value: true });`);
    const opened = stage({ files });
    await opened.reported('listening');
    await opened.until('ready');
    // Taps find the frame only once it has been painted.
    await pause(200);
    await tap(opened);
    assert.equal(await opened.reported('tapped'), 'ok');
    assert.equal(await opened.reported('unstamped'), 'ERR_BRIDGE_NEEDS_GESTURE');
    assert.equal(await opened.reported('again'), 'ERR_BRIDGE_NEEDS_GESTURE');
  });

  it('takes the next tap at once as a new one, and lets a call that waited for consent use no tap that another used', async () => {
    const files = await appRunning(`
      const pay = async (key) => portico.storage.set({ key, value: ${codeOf(`portico.payment.request({ orderToken: 't' })`)} });
      const locate = async () => portico.storage.set({ key: 'place', value: ${codeOf('portico.device.location({})')} });
      const taps = ['first', 'second', 'third'];
      document.body.style.cssText = 'margin:0;height:100vh';
      document.body.addEventListener('click', () => {
        const key = taps.shift();
        if (key === 'third') void locate();
        void pay(key);
      });
      await portico.storage.set({ key: 'listening', value: true });`);
    let agree = (): void => undefined;
    const consent = (): Promise<boolean> =>
      new Promise((resolve) => {
        agree = () => resolve(true);
      });
    const opened = stage({ files, consent, capabilities: ['storage', 'payment', 'device.location'] });
    await opened.reported('listening');
    await opened.until('ready');
    await pause(200);
    await tap(opened);
    assert.equal(await opened.reported('first'), 'ok');
    await tap(opened);
    assert.equal(await opened.reported('second'), 'ok');
    await tap(opened);
    assert.equal(await opened.reported('third'), 'ok');
    agree();
    assert.equal(await opened.reported('place'), 'ERR_BRIDGE_NEEDS_GESTURE');
  });

  it('tells handlers who calls from the port, never from the message', async () => {
    const files = await appRunning(`await portico.storage.set({ key: 'k', value: { appId: 'com.other.app' } })`);
    const opened = stage({ files });
    await opened.reported('k');
    assert.equal(opened.calls[0]?.appId, 'com.example.tea');
    assert.equal(opened.calls[0]?.method, 'storage.set');
    assert.isFalse(opened.calls[0]?.gesture);
  });

  it('shows and hides the frame, keeps it, and tells the app', async () => {
    const files = await appRunning(`
      portico.on('hide', () => portico.storage.set({ key: 'hid', value: true }));
      portico.on('show', () => portico.storage.set({ key: 'shown', value: true }));
      await portico.storage.set({ key: 'listening', value: true });`);
    const opened = stage({ files });
    await opened.reported('listening');
    await opened.until('ready');
    opened.realm.hide();
    assert.equal(opened.realm.state.phase, 'hidden');
    await opened.reported('hid');
    opened.realm.show();
    await opened.reported('shown');
    assert.deepEqual(
      opened.states.map(({ phase }) => phase),
      ['ready', 'hidden', 'ready'],
    );
  });

  it('lets an app save what it must before a close with grace, and nothing after', async () => {
    const files = await appRunning(`portico.on('close', () => portico.storage.set({ key: 'saved', value: true }));
      await portico.storage.set({ key: 'listening', value: true });`);
    const opened = stage({ files });
    await opened.reported('listening');
    await opened.until('ready');
    opened.realm.close('left', 500);
    await opened.reported('saved');
    assert.deepEqual(await opened.until('closed'), { phase: 'closed', reason: 'left' });
  });

  it('aborts work under way when it closes, and hears nothing any more', async () => {
    let signal: AbortSignal | undefined;
    const files = await appRunning(`portico.ui.toast({ text: 'hi' });
      setInterval(() => portico.storage.set({ key: 'late' + Math.random(), value: 1 }), 10);`);
    const opened = stage({
      files,
      handlers: {
        'ui.toast': (_, call) => {
          signal = call.signal;
          return new Promise(() => undefined);
        },
      },
    });
    await opened.until('ready');
    await pause(50);
    opened.realm.close('revoked');
    assert.isTrue(signal?.aborted);
    const heard = opened.calls.length;
    await pause(100);
    assert.equal(opened.calls.length, heard);
    assert.equal(opened.mount.shadowRoot, null, 'the shadow root is closed');
  });

  const failing: Record<string, [string, string]> = {
    'loads a second document': [`location.href = 'silent.html'`, 'ERR_REALM_NAVIGATED'],
    'reloads itself': ['location.reload()', 'ERR_REALM_NAVIGATED'],
    'floods the port': [
      `for (let n = 0; n < 3000; n += 1) portico.app.info().catch(() => {}); setInterval(() => { for (let n = 0; n < 3000; n += 1) portico.app.info().catch(() => {}) })`,
      'ERR_BRIDGE_RATE',
    ],
    'floods the container’s window': [
      `setInterval(() => { for (let n = 0; n < 500; n += 1) parent.postMessage('x', '*') })`,
      'ERR_BRIDGE_RATE',
    ],
  };
  for (const [what, [script, code]] of Object.entries(failing)) {
    it(`ends when the app ${what}`, async () => {
      const opened = stage({ files: await appRunning(script) });
      assert.deepEqual(await opened.until('failed'), { phase: 'failed', code } as never);
    });
  }

  it('fails when the entry cannot run', async () => {
    const files = packageOf({ 'index.html': '<script type="module" src="portico:/missing.js"></script>' });
    assert.deepEqual(await stage({ files }).until('failed'), { phase: 'failed', code: 'ERR_REALM_ENTRY' });
  });

  it('fails when the app does not become ready in time', async () => {
    const files = await appRunning('', {
      'index.html': `<script type="module" src="portico:/app.js"></script><script src="portico:/spin.js"></script>`,
      'spin.js': 'const until = Date.now() + 1500; while (Date.now() < until);',
    });
    const opened = stage({ files, quotas: { readyMs: 700 } });
    assert.deepEqual(await opened.until('failed'), { phase: 'failed', code: 'ERR_REALM_NOT_READY' });
  });

  it('fails when the app hangs, and not while it answers', async () => {
    const files = await appRunning(
      'setTimeout(() => { const until = Date.now() + 3000; while (Date.now() < until); }, 800)',
    );
    const opened = stage({ files, quotas: { pingEveryMs: 100 } });
    await opened.until('ready');
    await pause(500);
    assert.equal(opened.realm.state.phase, 'ready');
    assert.deepEqual(await opened.until('failed'), { phase: 'failed', code: 'ERR_REALM_UNRESPONSIVE' });
  });

  it('keeps an app alive that does not use the SDK', async () => {
    const files = packageOf({ 'index.html': '<p>plain</p>' });
    const opened = stage({ files, quotas: { pingEveryMs: 50 } });
    await opened.until('ready');
    await pause(400);
    assert.equal(opened.realm.state.phase, 'ready');
  });

  it('fails when the frame page is not the loader’s, or guesses the greeting', async () => {
    for (const page of ['silent.html', 'impostor.html']) {
      const opened = stage({ files: packageOf({ 'index.html': '' }), url: frameUrl(page), quotas: { loaderMs: 200 } });
      assert.deepEqual(await opened.until('failed'), { phase: 'failed', code: 'ERR_REALM_UNREACHABLE' });
    }
  });

  it('drops and records a second greeting, and gives no second port', async () => {
    const files = await appRunning(`
      let second = false; addEventListener('message', () => { second = true });
      for (const origin of ['*']) parent.postMessage({ portico: 'loader', versions: [1], nonce: 'x' }, origin);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await portico.storage.set({ key: 'second', value: second });`);
    const opened = stage({ files });
    assert.isFalse(await opened.reported('second'));
    assert.deepEqual(
      opened.audit.map(({ method }) => method),
      ['bridge.handshake'],
    );
  });

  it('takes over a frame that was started beforehand', async () => {
    const mount = newMount();
    const prewarmed = prewarmFrame({ mount, frameUrl: frameUrl() });
    await pause(300);
    const started = performance.now();
    const opened = stage({
      files: await appRunning(`await portico.storage.set({ key: 'k', value: 1 })`),
      mount,
      prewarmed,
    });
    await opened.reported('k');
    await opened.until('ready');
    assert.isBelow(performance.now() - started, 2_000);
    assert.throws(() => stage({ files: packageOf({ 'index.html': '' }), mount, prewarmed }));
  });

  it('stands where a frame was that was given up', async () => {
    const mount = newMount();
    prewarmFrame({ mount, frameUrl: frameUrl() }).discard();
    const files = await appRunning(`await portico.storage.set({ key: 'k', value: 1 })`);
    await stage({ files, mount }).until('ready');
  });

  it('runs nothing of an app whose files came ahead, until a realm takes the frame over', async () => {
    const mount = newMount();
    const prewarmed = prewarmFrame({ mount, frameUrl: frameUrl() });
    const heard: unknown[] = [];
    const listen = ({ data }: MessageEvent<unknown>): void => void heard.push(data);
    const files = await appRunning(
      `parent.postMessage('running', '*'); await portico.storage.set({ key: 'k', value: 1 })`,
    );
    prewarmed.fill('index.html', files);
    await prewarmed.handed;
    addEventListener('message', listen);
    await pause(300);
    assert.deepEqual(heard, []);
    assert.throws(() => prewarmed.fill('index.html', files), TypeError);
    const opened = stage({ files: new Map(), mount, prewarmed });
    await opened.reported('k');
    await opened.until('ready');
    // What goes by a window may come after what goes by a port.
    while (heard.length === 0) await pause(10);
    removeEventListener('message', listen);
    assert.deepEqual(heard, ['running']);
  });

  it('hears all that an app said and did since it was begun ahead', async () => {
    const begun = async (script: string, { ahead = false } = {}): Promise<Stage> => {
      const mount = newMount();
      const prewarmed = prewarmFrame({ mount, frameUrl: frameUrl() });
      assert.isFalse(prewarmed.begin('index.html'), 'it has no files');
      prewarmed.fill('index.html', await appRunning(script));
      await prewarmed.handed;
      // The files go with the word to start, or are there long before it.
      if (ahead) await pause(100);
      assert.isTrue(prewarmed.begin('index.html'));
      await pause(300);
      const opened = stage({ files: new Map(), mount, prewarmed });
      assert.isFalse(prewarmed.begin('index.html'), 'it is the realm’s');
      return opened;
    };
    const calling = await begun(`await portico.storage.set({ key: 'k', value: 1 })`);
    assert.equal(await calling.reported('k'), 1);
    await calling.until('ready');
    const compiled = await begun(`await portico.storage.set({ key: 'k', value: 2 })`, { ahead: true });
    assert.equal(await compiled.reported('k'), 2);
    await compiled.until('ready');

    const forging = await begun(`parent.postMessage({ portico: 'loader', versions: [1], nonce: 'x' }, '*')`);
    await forging.until('ready');
    assert.deepEqual(
      forging.audit.map(({ method }) => method),
      ['bridge.handshake'],
    );

    const flooding = await begun(`for (let n = 0; n < 5_000; n += 1) parent.postMessage(n, '*')`);
    assert.deepEqual(await flooding.until('failed'), { phase: 'failed', code: 'ERR_BRIDGE_RATE' });

    const leaving = await begun(`location.href = '${frameUrl('silent.html')}'`);
    assert.equal((await leaving.until('failed')).phase, 'failed');
  });

  it('compiles the modules of an app whose files came ahead, and runs each once', async () => {
    const mount = newMount();
    const prewarmed = prewarmFrame({ mount, frameUrl: frameUrl() });
    const sdk = await (await fetch('/.portico/fixture/sdk.js')).text();
    prewarmed.fill(
      'index.html',
      packageOf({
        'index.html': '<script type="module" src="portico:/main.js"></script>',
        'main.js': `window.runs = (window.runs ?? 0) + 1; import('portico:/part.js');`,
        'part.js': `import 'portico:/main.js'; import { portico } from 'portico:/sdk.js';
          await portico.storage.set({ key: 'runs', value: window.runs });`,
        'sdk.js': sdk,
      }),
    );
    await prewarmed.handed;
    await pause(200);
    const opened = stage({ files: new Map(), mount, prewarmed });
    assert.equal(await opened.reported('runs'), 1);
  });

  it('tells that an app whose files came ahead cannot run, when it is opened', async () => {
    const mount = newMount();
    const prewarmed = prewarmFrame({ mount, frameUrl: frameUrl() });
    prewarmed.fill(
      'index.html',
      packageOf({ 'index.html': '<script type="module">import "portico:/none.js"</script>' }),
    );
    await prewarmed.handed;
    await pause(100);
    const opened = stage({ files: new Map(), mount, prewarmed });
    assert.deepEqual(await opened.until('failed'), { phase: 'failed', code: 'ERR_REALM_ENTRY' });
  });

  it('runs a module once, whether the page names it alone or other modules do too', async () => {
    const files = packageOf({
      'index.html':
        '<script type="module" src="portico:/main.js"></script><script type="module" src="portico:/alone.js"></script>',
      'main.js': `window.runs = [...(window.runs ?? []), 'main']; export const name = 'main'; import('portico:/part.js');`,
      'part.js': `import { name } from 'portico:/main.js'; window.part = name;`,
      'alone.js': `import { portico } from 'portico:/sdk.js';
        window.runs = [...(window.runs ?? []), 'alone'];
        while (!window.part) await new Promise((resolve) => setTimeout(resolve, 10));
        await portico.storage.set({ key: 'runs', value: [...window.runs, window.part] });`,
      'sdk.js': await (await fetch('/.portico/fixture/sdk.js')).text(),
    });
    const opened = stage({ files });
    assert.deepEqual(await opened.reported('runs'), ['main', 'alone', 'main']);
  });

  it('keeps two apps apart', async () => {
    const script = `const seen = [];
      addEventListener('message', () => seen.push('message')); 
      parent.postMessage('hello', '*'); for (let n = 0; n < 5; n += 1) try { top[n].postMessage('hello', '*') } catch {}
      await new Promise((resolve) => setTimeout(resolve, 200));
      await portico.storage.set({ key: 'seen', value: [top.length, ...seen] });`;
    const first = stage({ files: await appRunning(script) });
    const second = stage({ files: await appRunning(script) });
    assert.deepEqual(await first.reported('seen'), [0]);
    assert.deepEqual(await second.reported('seen'), [0]);
  });

  it('says nothing of a realm before it has been returned', async () => {
    const opened = stage({
      files: packageOf({ 'index.html': '' }),
      url: 'http://a-nowhere.localhost:9/frame.html',
      quotas: { loaderMs: 50 },
    });
    assert.equal(opened.realm.state.phase, 'opening');
    assert.deepEqual(await opened.until('failed'), { phase: 'failed', code: 'ERR_REALM_UNREACHABLE' });
  });
});
