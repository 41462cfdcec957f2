/**
 * Readers of answers. Each takes `unknown` and returns a value of its type, or throws ERR_CONTAINER_BAD_ANSWER naming
 * the place. Members that a reader does not name are left out, so a newer server may say more than we read;
 * `exactly` is for what will be signed, where an unread member must not slip by.
 */
import { PorticoError } from '../../../sandbox/contract/index.ts';

export type Read<T> = (value: unknown, where: string) => T;
type Shape = Readonly<Record<string, Read<unknown>>>;
export type Shaped<S extends Shape> = { readonly [Key in keyof S]: S[Key] extends Read<infer T> ? T : never };

function bad(where: string, wanted: string): never {
  throw new PorticoError('ERR_CONTAINER_BAD_ANSWER', { detail: `${where} should be ${wanted}.` });
}

export const text: Read<string> = (value, where) => (typeof value === 'string' ? value : bad(where, 'text'));
export const flag: Read<boolean> = (value, where) => (typeof value === 'boolean' ? value : bad(where, 'true or false'));
export const count: Read<number> = (value, where) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : bad(where, 'a whole number');
export const moment: Read<Date> = (value, where) => {
  const date = new Date(text(value, where));
  return Number.isNaN(date.getTime()) ? bad(where, 'a date') : date;
};

export const oneOf =
  <const T extends string>(...words: readonly T[]): Read<T> =>
  (value, where) =>
    words.find((word) => word === value) ?? bad(where, `one of ${words.join(', ')}`);

/** Reads with one of the contract's brand parsers (`parseAppId`, …). */
export const branded =
  <T>(parse: (value: unknown) => T | undefined, name: string): Read<T> =>
  (value, where) =>
    parse(value) ?? bad(where, name);

/** Absent, `null` and `undefined` all read as `undefined`. */
export const maybe =
  <T>(read: Read<T>): Read<T | undefined> =>
  (value, where) =>
    value === undefined || value === null ? undefined : read(value, where);

export const list =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value, where) =>
    Array.isArray(value) ? value.map((item, at) => read(item, `${where}[${at}]`)) : bad(where, 'a list');

const members = (value: unknown, where: string): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : bad(where, 'an object');

/** Names and texts. */
export const texts: Read<Readonly<Record<string, string>>> = (value, where) =>
  Object.fromEntries(
    Object.entries(members(value, where)).map(([name, held]) => [name, text(held, `${where}.${name}`)]),
  );

export const record =
  <S extends Shape>(shape: S): Read<Shaped<S>> =>
  (value, where) => {
    const given = members(value, where);
    const entries = Object.entries(shape).map(([key, read]) => [
      key,
      read(Object.hasOwn(given, key) ? given[key] : undefined, `${where}.${key}`),
    ]);
    return Object.fromEntries(entries) as Shaped<S>;
  };

/** A record without any member that the shape does not name. */
export const exactly = <S extends Shape>(shape: S): Read<Shaped<S>> => {
  const read = record(shape);
  return (value, where) => {
    const stranger = Object.keys(members(value, where)).find((key) => !Object.hasOwn(shape, key));
    return stranger === undefined ? read(value, where) : bad(`${where}.${stranger}`, 'absent');
  };
};
