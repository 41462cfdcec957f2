/** Cards in real workers of real sealed frames on another origin, honest ones and hostile ones. */
import { assert } from 'chai';
import type { AppId, ReleaseDigest } from '../../contract/index.ts';
import { frameUrl } from '../testing/fixture-app.ts';
import { type Card, type CardState, openCard } from './index.ts';

interface Stage {
  readonly card: Card;
  readonly surface: HTMLElement;
  readonly asked: string[];
  /** Waits for something to be true of the card, 12 s at most. */
  until(what: () => boolean): Promise<void>;
  failed(): Promise<string>;
}

describe('a card', () => {
  const open: { card: Card; mount: HTMLElement; surface: HTMLElement }[] = [];
  let sdk = '';
  before(async () => {
    sdk = await (await fetch('/.portico/fixture/card-sdk.js')).text();
  });
  afterEach(() => {
    for (const { card, mount, surface } of open.splice(0)) {
      card.close();
      mount.remove();
      surface.remove();
    }
  });

  const stage = (script: string, storage = true): Stage => {
    const mount = document.createElement('div');
    const surface = document.createElement('div');
    mount.hidden = true;
    document.body.append(mount, surface);
    const states: CardState[] = [];
    const asked: string[] = [];
    const card = openCard({
      mount,
      surface,
      frameUrl: frameUrl(),
      appId: 'com.example.tea' as AppId,
      digest: '0'.repeat(64) as ReleaseDigest,
      storage,
      script: new TextEncoder().encode(script).buffer,
      picture: (path) => (path === 'img/car.png' ? 'blob:verified' : undefined),
      handlers: {
        'app.info': () => ({ appId: 'com.example.tea', name: 'Tea', version: '1.0.0', locale: 'en', theme: 'light' }),
        'storage.get': ({ key }) => {
          asked.push(key);
          return { value: { fee: '1500', long: 'x'.repeat(20_000) } };
        },
        'storage.keys': () => ({ keys: ['fee'] }),
      },
      onState: (state) => states.push(state),
    });
    open.push({ card, mount, surface });
    const until = async (what: () => boolean): Promise<void> => {
      for (let tries = 0; !what(); tries += 1) {
        if (tries > 600) throw new Error(`still ${JSON.stringify(card.state)}: ${surface.innerHTML}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    return {
      card,
      surface,
      asked,
      until,
      async failed() {
        await until(() => card.state.phase === 'failed');
        return card.state.phase === 'failed' ? card.state.code : '';
      },
    };
  };
  const honest = (body: string, storage = true): Stage =>
    stage(`${sdk}\nkit.defineCard(async ({ portico, root }) => { const { element } = kit; ${body} });`, storage);
  /** A card that does without the kit: `port` is its port, `say(records)` sends an update. */
  const hostile = (body: string): Stage =>
    stage(`onmessage = ({ ports: [port] }) => {
      const say = (payload, name = 'card.update') => port.postMessage({ type: 'event', name, payload });
      const node = (id, element = 'card-text', properties = {}, eventListeners = {}, children = []) =>
        ({ id, type: 1, element, properties, eventListeners, children });
      port.onmessage = ({ data }) => { if (data.type === 'ping') port.postMessage({ type: 'pong' }) };
      ${body} };`);
  const texts = ({ surface }: Stage): unknown[] =>
    [...surface.querySelectorAll('*')].map((drawn) => (drawn as unknown as { text?: unknown }).text);

  it('reads what its app kept and is drawn with elements of the table', async () => {
    const shown = honest(`
      const { value } = await portico.storage.get({ key: 'view' });
      const { name } = await portico.app.info();
      root.append(element('card-stack', { gap: 'small' },
        element('card-text', { text: name }), element('card-amount', { minor: value.fee, currency: 'CNY' }),
        element('card-image', { file: 'img/car.png' }), element('card-image', { file: 'img/none.png' })));`);
    await shown.until(() => shown.card.state.phase === 'ready');
    const [stack, text, amount, car, none] = [...shown.surface.querySelectorAll('*')];
    assert.deepEqual(
      [stack, text, amount, car, none].map((drawn) => drawn?.localName),
      ['card-stack', 'card-text', 'card-amount', 'card-image', 'card-image'],
    );
    assert.deepInclude(Object(text), { text: 'Tea' });
    assert.deepInclude(Object(amount), { minor: '1500', currency: 'CNY' });
    assert.deepInclude(Object(car), { file: 'blob:verified' });
    assert.deepInclude(Object(none), { file: '' });
    assert.deepEqual(shown.asked, ['view']);
  });

  it('hears a press by its id, changes, moves, takes away', async () => {
    const shown = honest(`
      const a = element('card-text', { text: 'a' }), b = element('card-text', { text: 'b' });
      const stack = element('card-stack', {}, a, b);
      let presses = 0;
      const button = element('card-button', { text: 'go' }).on('press', () => {
        presses += 1;
        a.set({ text: 'pressed ' + presses }); stack.insert(b, 0);
        if (presses === 2) { a.remove(); button.remove(); }
      });
      root.append(stack, button);`);
    await shown.until(() => shown.card.state.phase === 'ready');
    const button = shown.surface.querySelector('card-button');
    button?.dispatchEvent(new CustomEvent('press'));
    await shown.until(() => texts(shown).includes('pressed 1'));
    assert.deepEqual(texts(shown), [undefined, 'b', 'pressed 1', 'go']);
    button?.dispatchEvent(new CustomEvent('press'));
    await shown.until(() => shown.surface.querySelectorAll('*').length === 2);
    assert.deepEqual(texts(shown), [undefined, 'b']);
    assert.equal(shown.card.state.phase, 'ready');
  });

  it('may change often: the kit keeps it within its rate', async () => {
    const shown = honest(`
      const text = element('card-text', { text: '0' }); root.append(text);
      for (let i = 1; i <= 1500; i += 1) { text.set({ text: String(i) }); if (i % 5 === 0) await new Promise((go) => setTimeout(go, 1)); }
      text.set({ text: 'end' });`);
    await shown.until(() => texts(shown).includes('end'));
    assert.equal(shown.card.state.phase, 'ready');
  });

  it('has no document, storage, network or method beyond the three', async () => {
    const shown = honest(`
      const attempt = async (run) => { try { return String(await run()) } catch (error) { return error.name } };
      const found = [typeof document, typeof localStorage, self.origin,
        await attempt(() => indexedDB.open('x')), await attempt(() => caches.keys()),
        await attempt(() => fetch('data:text/plain,x')), await attempt(() => fetch('http://localhost:${location.port}/')),
        await attempt(() => eval('1')), await attempt(() => importScripts('http://localhost:${location.port}/x.js')),
        await attempt(() => new Promise((opened, refused) => { const socket = new WebSocket('ws://localhost:${location.port}/'); socket.onopen = () => opened('open'); socket.onerror = () => refused(new TypeError()) })),
        await portico.identity?.login({}).then(() => 'ok', (error) => error.code),
        await portico.storage.set({ key: 'a', value: 1 }).then(() => 'ok', (error) => error.code)];
      root.append(...found.slice(0, 8).map((text) => element('card-text', { text })));
      await new Promise((go) => setTimeout(go, 100));
      root.replaceChildren(...found.slice(8).map((text) => element('card-text', { text })), element('card-badge', { text: found.slice(0, 8).join(' ').slice(0, 24) }), element('card-text', { text: found.slice(0, 8).join(' ').slice(0, 120) }));`);
    await shown.until(() => shown.surface.querySelector('card-badge') !== null);
    assert.deepEqual(texts(shown).slice(0, 4), [
      'NetworkError',
      'TypeError',
      'ERR_BRIDGE_UNKNOWN_METHOD',
      'ERR_BRIDGE_UNKNOWN_METHOD',
    ]);
    assert.equal(
      texts(shown).at(-1),
      'undefined undefined null SecurityError ReferenceError TypeError TypeError EvalError',
    );
  });

  it('with nothing to show says so, and may come back', async () => {
    const shown = honest(`portico.on('theme', () => root.append(element('card-text', { text: 'here' })));`);
    await shown.until(() => shown.card.state.phase === 'empty');
    shown.card.emit('theme', { theme: 'dark' });
    await shown.until(() => shown.card.state.phase === 'ready');
    assert.deepEqual(texts(shown), ['here']);
  });

  it('without the storage capability reads nothing', async () => {
    const shown = honest(
      `root.append(element('card-text', { text: await portico.storage.get({ key: 'a' }).then(() => 'read', (error) => error.code) }));`,
      false,
    );
    await shown.until(() => texts(shown).includes('ERR_BRIDGE_NOT_DECLARED'));
    assert.deepEqual(shown.asked, []);
  });

  it('is closed when its code throws or never draws', async () => {
    assert.equal(await honest('throw new Error("no");').failed(), 'ERR_CARD_FAILED');
    assert.equal(await stage('syntax error').failed(), 'ERR_REALM_UNRESPONSIVE');
    assert.equal(await hostile('').failed(), 'ERR_REALM_NOT_READY');
  });

  const attacks: readonly [string, string, string][] = [
    ['an element outside the table', `say([[0, '~', node('1', 'script'), 0]])`, 'ERR_CARD_RECORD'],
    ['markup as a property', `say([[0, '~', node('1', 'card-text', { innerHTML: '<img>' }), 0]])`, 'ERR_CARD_RECORD'],
    ['a handler as a property', `say([[0, '~', node('1'), 0], [3, '1', 'onclick', 'alert(1)', 1]])`, 'ERR_CARD_RECORD'],
    [
      'a style as an attribute',
      `say([[0, '~', node('1'), 0], [3, '1', 'style', 'position:fixed', 2]])`,
      'ERR_CARD_RECORD',
    ],
    ['a call of a method', `say([['call', '1', 'focus']])`, 'ERR_CARD_RECORD'],
    ['a text node', `say([[0, '~', { id: '1', type: 3, data: 'x' }, 0]])`, 'ERR_CARD_RECORD'],
    ['another event name', `say(null, 'ready')`, 'ERR_CARD_RECORD'],
    [
      'a listener that is a name of ours',
      `say([[0, '~', node('1', 'card-button', {}, { press: 'constructor!' }), 0]])`,
      'ERR_CARD_RECORD',
    ],
    [
      'a prototype key',
      `say([[0, '~', node('1', 'card-text', JSON.parse('{"__proto__":{"text":"x"}}')), 0]])`,
      'ERR_BRIDGE_BAD_MESSAGE',
    ],
    ['a map', `say(new Map([[0, 1]]))`, 'ERR_BRIDGE_BAD_MESSAGE'],
    [
      'a cycle',
      `const child = node('1', 'card-stack'); child.children.push(child); say([[0, '~', child, 0]])`,
      'ERR_BRIDGE_BAD_MESSAGE',
    ],
    [
      'a port',
      `port.postMessage({ type: 'event', name: 'card.update', payload: [] }, [new MessageChannel().port1])`,
      'ERR_BRIDGE_BAD_MESSAGE',
    ],
    [
      'an update over 8 kB',
      `say([[0, '~', node('1', 'card-text', { text: 'x'.repeat(8200) }), 0]])`,
      'ERR_BRIDGE_TOO_LARGE',
    ],
    [
      'a tree too deep',
      `let tree = node('0'); for (let i = 1; i < 9; i += 1) tree = node(String(i), 'card-stack', {}, {}, [tree]); say([[0, '~', tree, 0]])`,
      'ERR_CARD_LIMIT',
    ],
    [
      'a flood of updates',
      `say([[0, '~', node('1'), 0]]); for (let i = 0; i < 500; i += 1) say([[3, '1', 'text', String(i), 1]])`,
      'ERR_BRIDGE_RATE',
    ],
    [
      'a flood of calls',
      `for (let id = 1; id < 500; id += 1) port.postMessage({ type: 'call', id, method: 'storage.keys', args: {} })`,
      'ERR_BRIDGE_RATE',
    ],
  ];
  for (const [what, body, code] of attacks) {
    it(`is closed for ${what}, with nothing of it drawn`, async () => {
      const shown = hostile(body);
      assert.equal(await shown.failed(), code);
      assert.isNull(shown.surface.querySelector('script, img, [style], [onclick]'));
      assert.isUndefined(({} as Record<string, unknown>).text);
    });
  }

  it('hears only of what was pressed, whichever listener ids it makes up', async () => {
    const shown = hostile(`
      port.addEventListener('message', ({ data }) => data.name === 'card.press' &&
        say([[3, '1', 'text', Object.keys(data.payload).join() + ' ' + data.payload.listener, 1]]));
      say([[0, '~', node('1'), 0], [0, '~', node('2', 'card-button', { text: 'a' }, { press: 'l9' }), 1]]);
      port.postMessage({ type: 'event', name: 'card.update', payload: [[3, '2', 'press', 'l7', 3]] });`);
    await shown.until(() => shown.card.state.phase === 'ready');
    await new Promise((resolve) => setTimeout(resolve, 100));
    shown.surface.querySelector('card-button')?.dispatchEvent(new CustomEvent('press'));
    await shown.until(() => texts(shown).includes('listener l7'));
    const forger = hostile(`say({ listener: 'l7' }, 'card.press')`);
    assert.equal(await forger.failed(), 'ERR_CARD_RECORD');
    assert.equal(shown.card.state.phase, 'ready', 'and no other card is touched');
  });

  it('that spins is closed, and neither the page nor another card waits for it', async () => {
    const other = honest(
      `root.append(element('card-button', { text: '0' }).on('press', () => root.append(element('card-text', { text: 'alive' }))))`,
    );
    await other.until(() => other.card.state.phase === 'ready');
    const spinner = hostile(`say([[0, '~', node('1'), 0]]); setTimeout(() => { for (;;); }, 200);`);
    await spinner.until(() => spinner.card.state.phase === 'ready');
    let latest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      latest = Math.max(latest, now - last - 10);
      last = now;
    }, 10);
    await new Promise((resolve) => setTimeout(resolve, 500));
    other.surface.querySelector('card-button')?.dispatchEvent(new CustomEvent('press'));
    await other.until(() => texts(other).includes('alive'));
    assert.equal(await spinner.failed(), 'ERR_REALM_UNRESPONSIVE');
    clearInterval(timer);
    assert.isBelow(latest, 200, 'longest delay of a timer of the page, in ms');
    assert.equal(other.card.state.phase, 'ready');
  });

  it('is over when the container closes it: the worker with its frame', async () => {
    const shown = honest(`root.append(element('card-text', { text: 'x' }));`);
    await shown.until(() => shown.card.state.phase === 'ready');
    shown.card.close();
    shown.card.close();
    assert.deepEqual(shown.card.state, { phase: 'closed' });
  });
});
