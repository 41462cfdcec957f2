import type { ErrorCode } from '../contract/errors/index.ts';
import type { SingleMessage } from '../contract/messages.ts';
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
  | { readonly type: 'credit'; readonly n: number }
  | { readonly type: 'ping' }
  | { readonly type: 'pong' };

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

type Fields = Readonly<Record<string, unknown>>;
/** How many fields a message has that may leave one out. */
const fieldsWith = (optional: unknown, without: number): number => (optional === undefined ? without : without + 1);

/** One reader for each type: it takes every field once and says how many fields there must be. */
const readers: ReadonlyMap<unknown, (fields: Fields) => readonly [Envelope, number]> = new Map(
  Object.entries({
    call({ id, method, args, deadline }: Fields) {
      const wait = deadline === undefined ? undefined : count(deadline);
      return [
        { type: 'call', id: count(id), method: text(method), args, deadline: wait },
        fieldsWith(deadline, 4),
      ] as const;
    },
    abort: ({ id }: Fields) => [{ type: 'abort', id: count(id) }, 2] as const,
    result: ({ id, value }: Fields) => [{ type: 'result', id: count(id), value }, 3] as const,
    error({ id, code, message, data }: Fields) {
      if (!CODE.test(text(code))) return bad();
      const sentence = text(message, LONGEST_SENTENCE);
      return [
        { type: 'error', id: count(id), code: code as ErrorCode, message: sentence, data },
        fieldsWith(data, 4),
      ] as const;
    },
    event: ({ name, payload }: Fields) => [{ type: 'event', name: text(name), payload }, 3] as const,
    credit: ({ n }: Fields) => [{ type: 'credit', n: count(n) }, 2] as const,
    ping: () => [{ type: 'ping' }, 1] as const,
    pong: () => [{ type: 'pong' }, 1] as const,
  } satisfies Record<SingleMessage['type'], (fields: Fields) => readonly [Envelope, number]>),
);

/** @throws CallError ERR_BRIDGE_BAD_MESSAGE for anything but a message of the contract, unknown fields included */
export function readMessage(data: unknown): Envelope {
  if (!isObject(data)) return bad();
  const read = readers.get(data.type);
  if (read === undefined) return bad();
  const [envelope, fields] = read(data);
  return Object.keys(data).length === fields ? envelope : bad();
}

/** The messages inside a batch, or the one message itself; `undefined` for a batch without messages to count. */
export function unbatch(data: unknown): readonly unknown[] | undefined {
  if (!isObject(data) || data.type !== 'batch') return [data];
  const { messages } = data;
  return Array.isArray(messages) && messages.length > 0 && Object.keys(data).length === 2 ? messages : undefined;
}

function isObject(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
