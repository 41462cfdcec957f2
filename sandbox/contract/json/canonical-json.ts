/**
 * The JSON Canonicalization Scheme (RFC 8785): the one text that is hashed and signed for a value.
 * ECMAScript's own number and string forms are what the RFC prescribes, and its default sort is by UTF-16 code units.
 * Takes JSON data only; anything else (undefined, bigint, a date, a lone surrogate, NaN) throws a TypeError, because the
 * caller's types already forbid it.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('JSON has no such number.');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${members.map(([key, member]) => `${quoted(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  throw new TypeError(`JSON has no form for a ${typeof value}.`);
}

function quoted(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError('JSON has no form for half of a surrogate pair.');
  return JSON.stringify(text);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
