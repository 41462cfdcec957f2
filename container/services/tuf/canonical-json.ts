/**
 * The canonical JSON that TUF signatures are made over (TUF 1.0 §4.2, the OLPC dialect). It is *not* RFC 8785:
 * keys are sorted and only `"` and `\` are escaped, so control characters and everything else stand as they are,
 * and numbers are integers. `undefined` when the value holds a fraction: it then has no canonical form.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export function canonicalJson(value: Json): string | undefined {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return Number.isInteger(value) ? JSON.stringify(value) : undefined;
  const parts: string[] = [];
  if (isList(value)) {
    for (const element of value) {
      const text = canonicalJson(element);
      if (text === undefined) return undefined;
      parts.push(text);
    }
    return `[${parts.join(',')}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const text = canonicalJson(value[key] ?? null);
    if (text === undefined) return undefined;
    parts.push(`${quoted(key)}:${text}`);
  }
  return `{${parts.join(',')}}`;
}

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/** `Array.isArray` does not narrow read-only arrays. */
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
