import type { JsonValue } from '../contract/index.ts';

/** The name of what `run` throws, e.g. `SecurityError`; `undefined` when it throws nothing. */
export function nameOfThrown(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof Error || error instanceof DOMException ? error.name : typeof error;
  }
}

/** The same for a promise; `code` wins over `name`, because errors of the bridge carry one. */
export async function codeOfRejected(run: () => unknown): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
      return error.code;
    return error instanceof Error || error instanceof DOMException ? error.name : typeof error;
  }
}

/** A report that must be an object, by its members. */
export function membersOf(report: JsonValue | undefined): Readonly<Record<string, JsonValue>> {
  if (typeof report !== 'object' || report === null || Array.isArray(report)) {
    throw new TypeError(`the guest reported ${JSON.stringify(report)}, not an object`);
  }
  return Object.fromEntries(Object.entries(report));
}

/** The code of the registry's problem (RFC 9457), or what came instead. */
export function codeOf(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string') return body.code;
  return `no code in ${JSON.stringify(body)?.slice(0, 200)}`;
}
