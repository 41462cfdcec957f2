import type { ErrorCode } from '../contract/errors/index.ts';
import type { WireMessage } from '../contract/messages.ts';
import { quotas } from '../contract/quotas.ts';
import { CallError } from './call-error.ts';

/** A message whose envelope has been read and whose content (`args`, `value`, `payload`, `data`) has not. */
export type Envelope =
  | {
      readonly type: 'call';
      readonly id: number;
      readonly method: string;
      readonly args: unknown;
      readonly deadline: number | undefined;
    }
  | { readonly type: 'abort'; readonly id: number }
  | { readonly type: 'result'; readonly id: number; readonly value: unknown }
  | {
      readonly type: 'error';
      readonly id: number;
      readonly code: ErrorCode;
      readonly message: string;
      readonly data: unknown;
    }
  | { readonly type: 'event'; readonly name: string; readonly payload: unknown }
  | { readonly type: 'credit'; readonly id: number | undefined; readonly n: number }
  | {
      readonly type: 'chunk';
      readonly id: number;
      readonly seq: number;
      readonly bytes: ArrayBuffer;
      readonly last: boolean;
    }
  | { readonly type: 'ping' }
  | { readonly type: 'pong' };

type Fields = Readonly<Record<string, unknown>>;

const LONGEST_NAME = 64;
const LONGEST_SENTENCE = 1_024;
const CODE = /^ERR_[A-Z_]{1,60}$/;

const bad = (): never => {
  throw new CallError('ERR_BRIDGE_BAD_MESSAGE');
};
const text = (value: unknown, longest = LONGEST_NAME): string =>
  typeof value === 'string' && value.length <= longest ? value : bad();
const count = (value: unknown): number =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : bad();
/** Of a fixed length: one that could grow or shrink would not stay what was measured. */
const buffer = (value: unknown): ArrayBuffer => {
  if (!(value instanceof ArrayBuffer) || (value as { readonly resizable?: boolean }).resizable === true) return bad();
  if (value.byteLength > quotas.chunkBytes) throw new CallError('ERR_BRIDGE_TOO_LARGE');
  return value;
};
const only = (fields: Fields, number: number): void => {
  if (Object.keys(fields).length !== number) bad();
};

/** One reader for each type. It takes every field once; a field more or less than it knows is refused. */
const readers: ReadonlyMap<unknown, (fields: Fields) => Envelope> = new Map(
  Object.entries({
    call(fields: Fields) {
      const { id, method, args, deadline } = fields;
      only(fields, deadline === undefined ? 4 : 5);
      if (args === undefined) bad();
      const wait = deadline === undefined ? undefined : count(deadline);
      return { type: 'call', id: count(id), method: text(method), args, deadline: wait };
    },
    abort(fields: Fields) {
      only(fields, 2);
      return { type: 'abort', id: count(fields.id) };
    },
    result(fields: Fields) {
      const { id, value } = fields;
      only(fields, 3);
      if (value === undefined) bad();
      return { type: 'result', id: count(id), value };
    },
    error(fields: Fields) {
      const { id, code, message, data } = fields;
      only(fields, data === undefined ? 4 : 5);
      if (!CODE.test(text(code))) bad();
      return { type: 'error', id: count(id), code: code as ErrorCode, message: text(message, LONGEST_SENTENCE), data };
    },
    event(fields: Fields) {
      const { name, payload } = fields;
      only(fields, 3);
      if (payload === undefined) bad();
      return { type: 'event', name: text(name), payload };
    },
    credit(fields: Fields) {
      const { id, n } = fields;
      only(fields, id === undefined ? 2 : 3);
      return { type: 'credit', id: id === undefined ? undefined : count(id), n: count(n) };
    },
    chunk(fields: Fields) {
      const { id, seq, bytes, last } = fields;
      only(fields, 5);
      return {
        type: 'chunk',
        id: count(id),
        seq: count(seq),
        bytes: buffer(bytes),
        last: typeof last === 'boolean' ? last : bad(),
      };
    },
    ping(fields: Fields) {
      only(fields, 1);
      return { type: 'ping' };
    },
    pong(fields: Fields) {
      only(fields, 1);
      return { type: 'pong' };
    },
  } satisfies Record<Exclude<WireMessage['type'], 'batch'>, (fields: Fields) => Envelope>),
);

/** @throws CallError ERR_BRIDGE_BAD_MESSAGE for anything but a message of the contract, unknown fields included */
export function readMessage(data: unknown): Envelope {
  return orMalformed(() => {
    if (!isObject(data)) return bad();
    const read = readers.get(data.type);
    return read === undefined ? bad() : read(data);
  });
}

/** The messages inside a batch; `undefined` when this is no batch, an empty list when it is one without any to read. */
export function unbatch(data: unknown): readonly unknown[] | undefined {
  try {
    if (!isObject(data) || data.type !== 'batch') return undefined;
    const { messages } = data;
    return Array.isArray(messages) && Object.keys(data).length === 2 ? messages : [];
  } catch {
    return []; // unreadable: nothing in it to read
  }
}

/** What throws when it is looked at can only have come from a port that does not clone; it is malformed all the same. */
function orMalformed<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof CallError ? error : new CallError('ERR_BRIDGE_BAD_MESSAGE');
  }
}

function isObject(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
