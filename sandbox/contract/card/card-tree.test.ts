import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PorticoError } from '../errors/index.ts';
import { cardElement, cardLimits, createCardTree, plainWords } from './index.ts';

const node = (id: string, element = 'card-text', extra: object = {}) => ({
  id,
  type: 1,
  element,
  properties: {},
  eventListeners: {},
  children: [],
  ...extra,
});
const insert = (child: unknown, parent = '~', index = 0) => [0, parent, child, index];
const codeOf = (update: unknown, ...before: unknown[]): string => {
  const tree = createCardTree();
  for (const earlier of before) tree.read(earlier);
  try {
    tree.read(update);
    return 'ok';
  } catch (error) {
    if (!(error instanceof PorticoError)) throw error;
    return error.code;
  }
};
const refused = (update: unknown, ...before: unknown[]): void =>
  assert.equal(codeOf(update, ...before), 'ERR_CARD_RECORD', JSON.stringify(update));

test('a tree is read as it was written', () => {
  const update = [
    insert(
      node('1', 'card-stack', { children: [node('2', 'card-text', { properties: { text: '停车', tone: 'quiet' } })] }),
    ),
    insert(node('3', 'card-button', { eventListeners: { press: 'l0' } }), '1', 1),
    [3, '2', 'text', '已付', 1],
    [3, '3', 'press', 'l1', 3],
    [3, '2', 'tone', null, 1],
    [1, '1', 0],
  ];
  const tree = createCardTree();
  assert.deepEqual(tree.read(update), update);
  assert.equal(tree.size, 2);
});

test('an element that left may come back, one that stayed may not come twice', () => {
  assert.equal(codeOf([[1, '~', 0], insert(node('1'))], [insert(node('1'))]), 'ok');
  refused([insert(node('1'))], [insert(node('1'))]);
  refused([[3, '2', 'text', 'x', 1]], [insert(node('1', 'card-stack', { children: [node('2')] })), [1, '~', 0]]);
});

test('no element, property or event outside the table', () => {
  for (const element of ['script', 'iframe', 'div', 'CARD-TEXT', 'constructor', '__proto__', 'toString', '', 1, null]) {
    refused([insert(node('1', element as string))]);
  }
  for (const name of [
    'innerHTML',
    'onclick',
    'style',
    'class',
    'className',
    'href',
    'src',
    'id',
    'slot',
    'is',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
  ]) {
    refused([insert(node('1', 'card-text', { properties: JSON.parse(`{"${name}":"x"}`) }))]);
    refused([insert(node('1', 'card-button', { eventListeners: JSON.parse(`{"${name}":"l0"}`) }))]);
    for (const value of ['x', null])
      for (const as of [1, 2, 3]) refused([[3, '1', name, value, as]], [insert(node('1'))]);
  }
  refused([insert(node('1', 'card-text', { eventListeners: { press: 'l0' } }))]);
  refused([insert(node('1', 'card-text', { attributes: { text: 'x' } }))]);
  refused([insert(node('1', 'card-text', { type: 3, data: 'x' }))]);
});

test('no value outside the row of its property', () => {
  const wrong: readonly [string, string, readonly unknown[]][] = [
    ['card-text', 'text', [1, null, true, {}, ['x'], 'x'.repeat(121)]],
    ['card-text', 'tone', ['loud', 'toString', 0]],
    ['card-amount', 'minor', ['-1', '01', '1.5', '1e3', ' 1', '', '1'.repeat(14), 15, Number.NaN]],
    ['card-amount', 'currency', ['USD', '']],
    ['card-progress', 'value', [-0.1, 1.1, Number.NaN, Number.POSITIVE_INFINITY, '0.5']],
    ['card-countdown', 'at', [-1, 4_102_444_800_001, '5']],
    [
      'card-image',
      'file',
      [
        'https://evil.example/x.png',
        '//evil/x.png',
        '/x.png',
        '../x.png',
        'data:image/png;x.png',
        'x.svg',
        'x.html',
        'a\\b.png',
      ],
    ],
    [
      'card-button',
      'opens',
      [
        'pay',
        '//evil.example',
        '/\\evil',
        'https://evil.example/',
        'javascript:alert(1)',
        '/a/../b',
        '/a//b#c',
        '/a b',
        '/支付',
        `/${'a'.repeat(512)}`,
      ],
    ],
  ];
  for (const [element, name, values] of wrong) {
    for (const value of values) refused([insert(node('1', element, { properties: { [name]: value } }))]);
  }
  const right: readonly [string, string, unknown][] = [
    ['card-amount', 'minor', '1500'],
    ['card-image', 'file', 'assets/car-1.png'],
    ['card-button', 'opens', '/'],
    ['card-button', 'opens', '/stay/12?plate=A1'],
  ];
  for (const [element, name, value] of right) {
    assert.equal(codeOf([insert(node('1', element, { properties: { [name]: value } }))]), 'ok', String(value));
  }
});

test('listeners are ids and never anything else', () => {
  for (const listener of [() => 1, 'l 0', '', 'x'.repeat(13), 1, {}, ['l0'], null, '__proto__']) {
    refused([insert(node('1', 'card-button', { eventListeners: { press: listener } }))]);
  }
});

test('records name places that are there', () => {
  for (const update of [
    [[1, '~', 0]],
    [[1, '~', -1]],
    [insert(node('1'), '9')],
    [insert(node('1'), '~', 1)],
    [insert(node('1'), '~', 0.5)],
    [insert(node('~'))],
    [insert(node('x'))],
    [[3, '~', 'text', 'x', 1]],
    [[2, '1', 'x']],
    [[4]],
    [[]],
    [null],
    {},
    'x',
    null,
    [[0, '~', node('1'), 0, 0]],
    [['0', '~', node('1'), 0]],
    [[1, ['~'], 0]],
  ])
    refused(update);
});

test('depth, children, elements and records have bounds', () => {
  let deep: object = node('99');
  for (let depth = 0; depth < cardLimits.depth; depth += 1)
    deep = node(String(depth), 'card-stack', { children: [deep] });
  assert.equal(codeOf([insert(deep)]), 'ERR_CARD_LIMIT');
  assert.equal(codeOf([insert(node('1', 'card-text', { children: [node('2')] }))]), 'ERR_CARD_LIMIT');
  const wide = (from: number) =>
    node(String(from), 'card-stack', { children: Array.from({ length: 12 }, (_, at) => node(String(from + at + 1))) });
  assert.equal(codeOf([insert(wide(100))]), 'ok');
  assert.equal(codeOf([100, 200, 300, 400, 500].map((from) => insert(wide(from)))), 'ERR_CARD_LIMIT');
  assert.equal(
    codeOf(
      Array.from({ length: 201 }, () => [3, '1', 'text', 'x', 1]),
      [insert(node('1'))],
    ),
    'ERR_CARD_LIMIT',
  );
});

test('words cannot hide, reorder or spill', () => {
  assert.equal(plainWords('付\u202e款\u200b\u0000\nA\ufeff'), '付款 A');
  assert.equal(plainWords('\u3164\u2800\u115f'), '');
  assert.equal(plainWords(`Z${'\u0300'.repeat(40)}`), 'Z\u0300\u0300');
});

test('whatever arrives, only what the table allows comes out, and nothing is polluted', () => {
  const names = fc.constantFrom(
    'text',
    'tone',
    'minor',
    'opens',
    'file',
    'at',
    'innerHTML',
    'onclick',
    '__proto__',
    'constructor',
    'press',
  );
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.constantFrom('/', '1', 'main', 'l0', 'a.png', null, undefined),
    fc.jsonValue(),
  );
  const junk = fc.tuple(names, value).map(([name, member]) => Object.fromEntries([[name, member]]));
  const none = fc.constant({});
  const words = fc.string({ unit: 'binary' }).map((text) => ({ text }));
  let lastId = 0;
  const freshId = (): string => {
    lastId += 1;
    return String(lastId % 1_000_000);
  };
  const nodeWith = (element: fc.Arbitrary<string>, children: fc.Arbitrary<unknown[]>) =>
    fc.record({
      id: fc.oneof(
        { arbitrary: fc.constant(0).map(() => freshId()), weight: 12 },
        { arbitrary: fc.constantFrom('~', '0', '1', '__proto__'), weight: 1 },
      ),
      type: fc.oneof({ arbitrary: fc.constant(1), weight: 20 }, { arbitrary: fc.constant(3), weight: 1 }),
      element,
      properties: fc.oneof(
        { arbitrary: none, weight: 5 },
        { arbitrary: words, weight: 5 },
        { arbitrary: junk, weight: 1 },
      ),
      eventListeners: fc.oneof({ arbitrary: none, weight: 10 }, { arbitrary: junk, weight: 1 }),
      children,
    });
  const tags = fc.constantFrom('card-text', 'card-badge', 'card-button', 'card-text', 'script', 'constructor');
  const leaf = nodeWith(tags, fc.constant([]));
  const parent = nodeWith(fc.constantFrom('card-stack', 'card-row'), fc.array(leaf, { maxLength: 3 }));
  const anyNode = fc.oneof(leaf, parent);
  const id = fc.oneof(fc.constantFrom('~', '0', '1', '2'), fc.string());
  const anyRecord = fc.oneof(
    { arbitrary: fc.tuple(fc.constant(0), fc.constant('~'), anyNode, fc.constant(0)), weight: 16 },
    fc.tuple(fc.constant(0), id, anyNode, fc.nat(2)),
    fc.tuple(fc.constant(1), id, fc.nat(2)),
    fc.tuple(fc.constant(3), id, names, value, fc.constantFrom(1, 2, 3)),
    fc.array(fc.jsonValue()),
  );
  const shape = (drawn: unknown): void => {
    const { element, properties, eventListeners, children } = drawn as ReturnType<typeof node>;
    const entry = cardElement(element);
    assert.ok(entry);
    assert.ok(Object.keys(properties).every((name) => Object.hasOwn(entry.properties, name)));
    assert.ok(Object.keys(eventListeners).every((name) => entry.events.includes(name)));
    assert.doesNotMatch(JSON.stringify(Object.values(properties)), /[\u202a-\u202e\u2066-\u2069\u200b-\u200f]/);
    children.forEach(shape);
  };
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(fc.array(anyRecord, { maxLength: 4 }), { maxLength: 4 }), (updates) => {
      const tree = createCardTree();
      for (const update of updates) {
        try {
          for (const record of tree.read(update)) {
            accepted += 1;
            if (record[0] === 0) shape(record[2]);
          }
        } catch (error) {
          assert.ok(error instanceof PorticoError, String(error));
          assert.match(error.code, /^ERR_CARD_/);
          return;
        }
      }
      assert.ok(tree.size <= cardLimits.nodes);
    }),
    { numRuns: 10_000 },
  );
  assert.ok(accepted > 500, `only ${accepted} records were good ones`);
  assert.equal(({} as Record<string, unknown>).text, undefined);
});
