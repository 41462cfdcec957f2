import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { speakRaw } from '../raw-port.ts';

function values(): Readonly<Record<string, unknown>> {
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  const deep: unknown[] = [];
  for (let inner = deep, depth = 0; depth < 500; depth += 1) {
    const next: unknown[] = [];
    inner.push(next);
    inner = next;
  }
  const sparse: unknown[] = [];
  sparse[1_000_000] = 1;
  return {
    cyclic,
    deep,
    sparse,
    map: new Map([['key', 'value']]),
    set: new Set([1]),
    date: new Date(0),
    regexp: /x/,
    blob: new Blob(['x']),
    file: new File(['x'], 'x'),
    bytes: new Uint8Array(8),
    buffer: new ArrayBuffer(8),
    bigint: 1n,
    nan: Number.NaN,
    infinity: Number.POSITIVE_INFINITY,
    undefined: [undefined],
    error: new Error('x'),
    number: Object(1),
    string: Object('x'),
    hole: Object.assign(new Array(3), { 0: 1, 2: 2 }),
    image: new ImageData(1, 1),
    rectangle: new DOMRect(0, 0, 1, 1),
  };
}

export const attack: Attack = {
  id: '40',
  group: 'payload',
  title: 'send values that JSON cannot say: cycles, Map, holes, Blob, File, BigInt, boxed values …',
  expected: 'each is refused as arguments, at once, and the session goes on',
  patienceMs: 20_000,
  async guest({ takePort }): Promise<JsonValue> {
    const { ask } = speakRaw(takePort());
    const accepted: string[] = [];
    let id = 0;
    for (const [name, value] of Object.entries(values())) {
      id += 1;
      const answer = await ask({ id, method: 'storage.set', args: { key: 'k', value } });
      if (answer !== 'ERR_BRIDGE_BAD_ARGUMENTS') accepted.push(`${name}: ${JSON.stringify(answer) ?? answer}`);
    }
    const works = await ask({ id: id + 1, method: 'storage.set', args: { key: 'k', value: [1, { a: null }] } });
    return { accepted, works: works === null };
  },
  judge({ report }) {
    same(report, { accepted: [], works: true });
  },
};
