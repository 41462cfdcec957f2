/**
 * The canonical JSON that TUF signatures are made over (TUF 1.0 §4.2, the OLPC dialect). It is *not* RFC 8785:
 * keys are sorted and only `"` and `\` are escaped, so control characters and everything else stand as they are,
 * and numbers are integers. `undefined` when the value holds a fraction, which has no canonical form, or is nested deeper
 * than any metadata is: it is walked before a signature has been checked, and whoever sent it may mean to exhaust the stack.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const DEEPEST = 32;

export function canonicalJson(value: Json, depth = DEEPEST): string | undefined {
  if (depth < 0) return undefined;
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return Number.isInteger(value) ? JSON.stringify(value) : undefined;
  const parts: string[] = [];
  if (isList(value)) {
    for (const element of value) {
      const text = canonicalJson(element, depth - 1);
      if (text === undefined) return undefined;
      parts.push(text);
    }
    return `[${parts.join(',')}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const text = canonicalJson(value[key] ?? null, depth - 1);
    if (text === undefined) return undefined;
    parts.push(`${quoted(key)}:${text}`);
  }
  return `{${parts.join(',')}}`;
}

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/** `Array.isArray` does not narrow read-only arrays. */
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
