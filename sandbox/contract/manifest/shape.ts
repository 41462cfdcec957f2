/**
 * Small readers of JSON data. One definition gives three things that would otherwise drift apart: the TypeScript type,
 * the parser (which collects every fault with its path instead of stopping at the first) and the published JSON Schema.
 */
import { nearest } from './nearest.ts';

export type Path = readonly (string | number)[];
export interface Fault {
  readonly path: Path;
  /** A sentence: what is wrong here and what to write instead. */
  readonly says: string;
}
export type JsonSchema = { readonly [keyword: string]: unknown };

export interface Shape<T> {
  readonly schema: JsonSchema;
  /** Returns the value read; after a fault the result is `undefined` and must not be used. */
  read(value: unknown, path: Path, faults: Fault[]): T | undefined;
}
export type Read<S> = S extends Shape<infer T> ? T : never;

type Members = Readonly<Record<string, Shape<unknown>>>;
type ObjectOf<R extends Members, O extends Members> = { readonly [K in keyof R]: Read<R[K]> } & {
  readonly [K in keyof O]?: Read<O[K]>;
};

/** A hostile document may hold thousands of unknown members; nobody reads more than this many faults of one object. */
const MANY = 50;

/** A string; `check` returns what is wrong with it, if anything, as a sentence. */
export function text(options: {
  pattern?: RegExp;
  minLength?: number;
  maxLength: number;
  describe: string;
  check?: (value: string) => string | undefined;
}): Shape<string> {
  const { pattern, minLength = 1, maxLength, describe, check } = options;
  return {
    schema: {
      type: 'string',
      minLength,
      maxLength,
      ...(pattern && { pattern: pattern.source }),
      description: describe,
    },
    read(value, path, faults) {
      if (typeof value !== 'string') return fault(faults, path, `Write a string here: ${describe}.`);
      const length = [...value].length;
      if (length < minLength || length > maxLength) {
        return fault(faults, path, `This has ${length} characters; write ${minLength} to ${maxLength}: ${describe}.`);
      }
      if (pattern && !pattern.test(value))
        return fault(faults, path, `${JSON.stringify(value)} does not fit: ${describe}.`);
      const wrong = check?.(value);
      return wrong === undefined ? value : fault(faults, path, wrong);
    },
  };
}

export function integer(least: number, most: number, describe: string): Shape<number> {
  return {
    schema: { type: 'integer', minimum: least, maximum: most, description: describe },
    read: (value, path, faults) =>
      typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
        ? value
        : fault(faults, path, `Write a whole number from ${least} to ${most}: ${describe}.`),
  };
}

export function oneOf<const T extends string | number>(values: readonly T[], describe: string): Shape<T> {
  return {
    schema: { enum: [...values], description: describe },
    read(value, path, faults) {
      const found = values.find((candidate) => candidate === value);
      if (found !== undefined) return found;
      const guess = typeof value === 'string' ? nearest(value, values.map(String)) : undefined;
      const hint = guess === undefined ? `Write one of ${values.join(', ')}` : `Did you mean ${guess}?`;
      return fault(faults, path, `${JSON.stringify(value)} is not known here (${describe}). ${hint}`);
    },
  };
}

export function list<T>(
  item: Shape<T>,
  options: { most: number; describe: string; unique?: boolean },
): Shape<readonly T[]> {
  return {
    schema: {
      type: 'array',
      items: item.schema,
      maxItems: options.most,
      ...(options.unique && { uniqueItems: true }),
      description: options.describe,
    },
    read(value, path, faults) {
      if (!Array.isArray(value)) return fault(faults, path, `Write an array here: ${options.describe}.`);
      if (value.length > options.most) return fault(faults, path, `Write at most ${options.most} entries here.`);
      const before = faults.length;
      const items = value.map((entry: unknown, index) => item.read(entry, [...path, index], faults));
      if (faults.length === before && options.unique && new Set(items).size < items.length)
        fault(faults, path, 'An entry stands here twice; keep one.');
      return faults.length > before ? undefined : (items as T[]);
    },
  };
}

/** An object used as a map. */
export function mapOf<T>(
  key: Shape<string>,
  member: Shape<T>,
  options: { most: number; describe: string },
): Shape<Readonly<Record<string, T>>> {
  return {
    schema: {
      type: 'object',
      propertyNames: key.schema,
      additionalProperties: member.schema,
      maxProperties: options.most,
      description: options.describe,
    },
    read(value, path, faults) {
      if (!isObject(value)) return fault(faults, path, `Write an object here: ${options.describe}.`);
      const entries = Object.entries(value);
      if (entries.length > options.most) return fault(faults, path, `Write at most ${options.most} members here.`);
      const before = faults.length;
      const read = entries.map(([name, entry]) => {
        const at = [...path, name];
        return [key.read(name, at, faults), member.read(entry, at, faults)] as const;
      });
      return faults.length > before ? undefined : (Object.fromEntries(read) as Record<string, T>);
    },
  };
}

/** An object with exactly these members; any other is a fault, with the nearest known name. */
export function object<const R extends Members, const O extends Members>(
  required: R,
  optional: O,
  describe: string,
): Shape<ObjectOf<R, O>> {
  const members: Members = { ...required, ...optional };
  const names = Object.keys(members);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, members[name]?.schema])),
      required: Object.keys(required),
      additionalProperties: false,
      description: describe,
    },
    read(value, path, faults) {
      if (!isObject(value)) return fault(faults, path, `Write an object here: ${describe}.`);
      const before = faults.length;
      const read: Record<string, unknown> = {};
      for (const [name, entry] of Object.entries(value)) {
        if (faults.length - before >= MANY) break;
        const shape = Object.hasOwn(members, name) ? members[name] : undefined;
        if (shape) read[name] = shape.read(entry, [...path, name], faults);
        else fault(faults, [...path, name], unknownMember(name, names));
      }
      for (const name of Object.keys(required)) {
        if (!Object.hasOwn(value, name)) fault(faults, path, `The member "${name}" is missing; add it.`);
      }
      return faults.length > before ? undefined : (read as ObjectOf<R, O>);
    },
  };
}

/** Either of two forms, chosen by whether the value is a string. */
export function stringOr<T>(form: Shape<string>, other: Shape<T>): Shape<string | T> {
  return {
    schema: { anyOf: [form.schema, other.schema] },
    read: (value, path, faults) => (typeof value === 'string' ? form : other).read(value, path, faults),
  };
}

/** Adds a check that needs the whole value; it reports faults of its own. */
export function refined<T>(shape: Shape<T>, check: (value: T, path: Path, faults: Fault[]) => void): Shape<T> {
  return {
    schema: shape.schema,
    read(value, path, faults) {
      const before = faults.length;
      const read = shape.read(value, path, faults);
      if (read === undefined || faults.length > before) return undefined;
      check(read, path, faults);
      return faults.length > before ? undefined : read;
    },
  };
}

export function fault(faults: Fault[], path: Path, says: string): undefined {
  faults.push({ path, says });
  return undefined;
}

function unknownMember(name: string, names: readonly string[]): string {
  const guess = nearest(name, names);
  const known = guess === undefined ? `Known members are ${names.join(', ')}.` : `Did you mean "${guess}"?`;
  return `There is no member "${name}" here. ${known}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
