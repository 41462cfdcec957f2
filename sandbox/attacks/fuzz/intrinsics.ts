/** What every object of a realm inherits from: the first thing a hostile message would change. */
const intrinsics: Readonly<Record<string, object>> = {
  Object: Object.prototype,
  Array: Array.prototype,
  Function: Function.prototype,
  String: String.prototype,
  Number: Number.prototype,
  Boolean: Boolean.prototype,
  Symbol: Symbol.prototype,
  Error: Error.prototype,
  Promise: Promise.prototype,
  Map: Map.prototype,
  Set: Set.prototype,
  RegExp: RegExp.prototype,
  ArrayBuffer: ArrayBuffer.prototype,
  'Object itself': Object,
  'Array itself': Array,
  'Function itself': Function,
  JSON,
  Reflect,
  Math,
};

/** Quick, for after every message: nothing is inherited by everything that was not before. */
export const inheritsNothingNew = (): boolean => {
  for (const _ in {}) return false;
  for (const _ in []) return false;
  return Reflect.ownKeys(Object.prototype).length === objectMembers;
};
const objectMembers = Reflect.ownKeys(Object.prototype).length;

/** Takes note of every member of the intrinsics; what it returns names the first that has changed since. */
export function watchIntrinsics(): () => string | undefined {
  const before = Object.entries(intrinsics).map(([name, object]) => ({
    name,
    object,
    members: Object.getOwnPropertyDescriptors(object) as Record<PropertyKey, PropertyDescriptor>,
    prototype: Object.getPrototypeOf(object) as unknown,
  }));
  return () => {
    for (const { name, object, members, prototype } of before) {
      const keys = Reflect.ownKeys(object);
      const known = Reflect.ownKeys(members);
      if (keys.length !== known.length) {
        return `${name} has ${keys.filter((key) => !known.includes(key)).map(String)} now, or lacks a member`;
      }
      if (Object.getPrototypeOf(object) !== prototype) return `${name} inherits from something else`;
      for (const key of known) {
        const now = Object.getOwnPropertyDescriptor(object, key);
        const then = members[key];
        if (now?.value !== then?.value || now?.get !== then?.get || now?.set !== then?.set) {
          return `${name}.${String(key)} has changed`;
        }
      }
    }
    return undefined;
  };
}
