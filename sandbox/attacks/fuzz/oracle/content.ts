import type { JsonValue } from '../../../contract/schema.ts';

/** What the judge makes of the content of a message: its JSON, or why it has none, and what it weighs. */
export interface Content {
  /** `undefined` when JSON cannot say it. */
  readonly json: JsonValue | undefined;
  /** As the contract counts: 1 for each code unit of text and keys, 8 for every other value. A lower bound when cut off. */
  readonly size: number;
  /** The walk ended early: it weighs more than `most`. `or no JSON`: as far as the walk came, it may be both. */
  readonly tooLarge: false | 'too large' | 'or no JSON';
}

const never = new Set(['__proto__', 'constructor', 'prototype']);

interface Job {
  readonly value: unknown;
  readonly level: number;
  /** Where what is read goes. */
  readonly into: object;
  readonly key: string;
}

/**
 * Reads a value with a list of jobs instead of recursion, each property once. Levels of arrays and objects beyond
 * `depth` are no JSON here; members that are `undefined` are absent, as `JSON.stringify` has it.
 */
export function readContent(value: unknown, most: number, depth: number): Content {
  const top: { json?: JsonValue } = {};
  let size = 0;
  let sayable = true;
  const jobs: Job[] = [{ value, level: 0, into: top, key: 'json' }];
  const cutOff = (): Content => {
    const seenAll = sayable && jobs.length === 0;
    return { json: undefined, size, tooLarge: seenAll ? 'too large' : 'or no JSON' };
  };
  for (let job = jobs.pop(); job !== undefined; job = jobs.pop()) {
    const { value: given, level, into, key: place } = job;
    const put = (read: JsonValue): boolean => Reflect.set(into, place, read);
    size += typeof given === 'string' ? given.length : 8;
    if (size > most) return cutOff();
    if (given === null || typeof given === 'string' || typeof given === 'boolean') put(given);
    else if (typeof given === 'number' && Number.isFinite(given)) put(given === 0 ? 0 : given);
    else if (typeof given === 'object' && level < depth) {
      const inside = contentsOf(given);
      if (inside === undefined) sayable = false;
      else if (inside.isList) {
        if (inside.length > most - size) return cutOff();
        const list: JsonValue[] = new Array(inside.length);
        put(list);
        for (let at = inside.length - 1; at >= 0; at -= 1) {
          const element = inside.elements[at];
          jobs.push({ value: element, level: level + 1, into: list, key: String(at) });
        }
      } else {
        const members: Record<string, JsonValue> = {};
        put(members);
        for (const [key, member] of inside.members) {
          size += key.length;
          if (never.has(key)) sayable = false;
          else if (member !== undefined) jobs.push({ value: member, level: level + 1, into: members, key });
        }
      }
    } else sayable = false;
  }
  return size > most ? cutOff() : { json: sayable ? top.json : undefined, size, tooLarge: false };
}

type Inside =
  | { readonly isList: true; readonly length: number; readonly elements: readonly unknown[] }
  | { readonly isList: false; readonly members: readonly (readonly [string, unknown])[] };

/** `undefined` for anything but a plain object or array that lets itself be read. */
function contentsOf(value: object): Inside | undefined {
  try {
    if (Array.isArray(value)) return { isList: true, length: value.length, elements: value };
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && prototype !== Object.prototype) return undefined;
    return { isList: false, members: Object.entries(value) };
  } catch {
    // Whatever throws when it is read is no JSON; that is the judgement, not a fault to report.
    return undefined;
  }
}
