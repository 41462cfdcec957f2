/** The messages a guest may send, as a table of fields; what is not in it is malformed. */
export type GuestMessage =
  | {
      readonly type: 'call';
      readonly id: number;
      readonly method: string;
      readonly args: unknown;
      readonly deadline: number | undefined;
    }
  | { readonly type: 'abort'; readonly id: number }
  | { readonly type: 'event'; readonly name: string; readonly payload: unknown }
  /** For the bytes of one answer; a guest has no say in how many calls the host may make. */
  | { readonly type: 'credit'; readonly id: number; readonly n: number }
  | { readonly type: 'ping' | 'pong' };

type Check = (value: unknown) => boolean;
const wholeNumber: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const name: Check = (value) => typeof value === 'string' && value.length <= 64;
const present: Check = (value) => value !== undefined;

const tables: ReadonlyMap<
  unknown,
  { readonly required: Record<string, Check>; readonly optional: Record<string, Check> }
> = new Map([
  ['call', { required: { id: wholeNumber, method: name, args: present }, optional: { deadline: wholeNumber } }],
  ['abort', { required: { id: wholeNumber }, optional: {} }],
  ['event', { required: { name, payload: present }, optional: {} }],
  ['credit', { required: { id: wholeNumber, n: wholeNumber }, optional: {} }],
  ['ping', { required: {}, optional: {} }],
  ['pong', { required: {}, optional: {} }],
]);

/** Own fields of a plain object; `undefined` for anything else, and for what throws when it is looked at. */
function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  try {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || prototype === Object.prototype ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined; // unreadable is malformed
  }
}

/** `undefined` for a malformed message and for one that only a host sends. */
export function readGuestMessage(value: unknown): GuestMessage | undefined {
  const fields = fieldsOf(value);
  const table = tables.get(fields?.get('type'));
  if (fields === undefined || table === undefined) return undefined;
  const { required, optional } = table;
  for (const [field, check] of Object.entries(required)) if (!check(fields.get(field))) return undefined;
  for (const [field, given] of fields) {
    if (field === 'type' || Object.hasOwn(required, field)) continue;
    if (!Object.hasOwn(optional, field) || optional[field]?.(given) !== true) return undefined;
  }
  return Object.fromEntries(fields) as GuestMessage;
}

/** The messages in a batch; `malformed` when it is one that none can be read from; `undefined` when it is no batch. */
export function readBatch(value: unknown): readonly unknown[] | 'malformed' | undefined {
  const fields = fieldsOf(value);
  if (fields?.get('type') !== 'batch') return undefined;
  const messages = fields.get('messages');
  try {
    return fields.size === 2 && Array.isArray(messages) && messages.length > 0 ? messages : 'malformed';
  } catch {
    return 'malformed'; // a revoked proxy throws when it is only asked whether it is a list
  }
}

/** Bytes, which only a host sends; too many of them may be refused for that already. */
export const isChunk = (value: unknown): boolean => fieldsOf(value)?.get('type') === 'chunk';
