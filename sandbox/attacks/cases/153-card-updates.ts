import type { Attack, CardCode } from '../attack.ts';
import { insert, node } from '../card-nodes.ts';
import { holds, same } from '../expect.ts';

/** Each of them is one update too much, or one thing that the table of elements does not have. */
const card: Readonly<Record<string, CardCode>> = {
  large({ say }) {
    say([insert(node('2', 'card-text', { properties: { text: 'x'.repeat(8_200) } }))]);
    return null;
  },
  records({ say }) {
    say(Array.from({ length: 201 }, () => [3, '1', 'tone', 'quiet', 1]));
    return null;
  },
  deep({ say }) {
    let tree = node('9');
    for (let level = 10; level < 18; level += 1) tree = node(String(level), 'card-stack', { children: [tree] });
    say([insert(tree)]);
    return null;
  },
  crowded({ say }) {
    say(Array.from({ length: 9 }, (_none, index) => insert(node(String(index + 2)))));
    return null;
  },
  flood({ say }) {
    for (let update = 0; update < 500; update += 1) say([[3, '1', 'text', String(update), 1]]);
    return null;
  },
  calls({ port }) {
    for (let id = 1; id < 500; id += 1) port.postMessage({ type: 'call', id, method: 'storage.keys', args: {} });
    return null;
  },
  element({ say }) {
    for (const name of ['iframe', 'script', 'portico-receipt-card', 'constructor']) say([insert(node('2', name))]);
    return null;
  },
  property({ say }) {
    say([insert(node('2', 'card-text', { properties: { innerHTML: '<img src=x onerror=alert(1)>' } }))]);
    return null;
  },
  handler({ say }) {
    say([[3, '1', 'onclick', 'alert(1)', 1]]);
    return null;
  },
  attribute({ say }) {
    say([[3, '1', 'style', 'position:fixed;inset:0', 2]]);
    return null;
  },
  method({ say }) {
    say([['call', '1', 'remove']]);
    return null;
  },
  textNode({ say }) {
    say([[0, '~', { id: '2', type: 3, data: '<b>' }, 1]]);
    return null;
  },
  address({ say }) {
    say([insert(node('2', 'card-button', { properties: { text: 'go', opens: '//evil.localhost/' } }))]);
    return null;
  },
  picture({ say }) {
    say([insert(node('2', 'card-image', { properties: { file: 'https://evil.localhost/x.png' } }))]);
    return null;
  },
  prototype({ say }) {
    say([insert(node('2', 'card-text', { properties: JSON.parse('{"__proto__":{"polluted":true}}') }))]);
    return null;
  },
  listener({ say }) {
    say([insert(node('2', 'card-button', { eventListeners: { press: 'constructor!' } }))]);
    return null;
  },
  event({ port }) {
    port.postMessage({ type: 'event', name: 'card.press', payload: { listener: 'l0' } });
    return null;
  },
  port({ port }) {
    port.postMessage({ type: 'event', name: 'card.update', payload: [] }, [new MessageChannel().port2]);
    return null;
  },
  cycle({ say }) {
    const child = node('2', 'card-stack');
    say([insert(Object.assign(child, { children: [child] }))]);
    return null;
  },
};

export const attack: Attack = {
  id: '153',
  group: 'card',
  only: 'sealed',
  title: `draw what a card may not, in ${Object.keys(card).length} ways: too large, too often, unknown names, addresses, prototypes, ports`,
  expected: 'the card is closed each time and nothing of it is drawn; the home page goes on',
  card,
  async judge({ openCard }) {
    let open = await openCard();
    for (const part of Object.keys(card)) {
      await open.run(part, 1_000);
      await open.failed();
      same(await open.page.locator('card-shelf-item .drawing *').count(), 0, `elements drawn after ${part}`);
      same(await open.page.evaluate(() => Reflect.get({}, 'polluted')), undefined);
      open = await open.again();
    }
    holds((await open.page.locator('home-screen service-shelf').count()) > 0, 'the home page is gone');
  },
};
