import type { JsonValue, Schema } from '../../contract/index.ts';
import { methods } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';
import { speakRaw } from '../raw-port.ts';

/** One value that a schema admits, plain and short. */
function exampleOf(schema: Schema): JsonValue {
  if ('const' in schema) return schema.const;
  if ('enum' in schema) return schema.enum[0] ?? null;
  if ('anyOf' in schema) return schema.anyOf[0] ? exampleOf(schema.anyOf[0]) : null;
  switch (schema.type) {
    case 'string':
      return 'pattern' in schema && schema.pattern?.startsWith('^/') ? '/x' : 'x'.repeat(schema.minLength ?? 1);
    case 'number':
    case 'integer':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => exampleOf(schema.items));
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [
          name,
          schema.properties?.[name] ? exampleOf(schema.properties[name]) : 'x',
        ]),
      );
    default:
      return null;
  }
}

/** What no object schema with `additionalProperties: false` admits. */
function* wrong(schema: Schema): Generator<readonly [string, unknown]> {
  const right = exampleOf(schema) as Readonly<Record<string, JsonValue>>;
  yield ['extra field', { ...right, extra: 1 }];
  yield ['extra field with a familiar name', { ...right, releaseDigest: '0'.repeat(64) }];
  yield ['not an object', 'text'];
  yield ['null', null];
  yield ['a list', [right]];
  yield ['a number', 1];
  if (!('type' in schema) || schema.type !== 'object') return;
  for (const name of schema.required ?? []) {
    const { [name]: _gone, ...rest } = right;
    yield [`without ${name}`, rest];
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (!('type' in property) || property.type === undefined) continue;
    const other = property.type === 'string' ? 1 : 'text';
    yield [`${name} of another type`, { ...right, [name]: other }];
    if (property.type !== 'object') yield [`${name} as an object`, { ...right, [name]: { toString: 'x' } }];
    if (property.type === 'string')
      yield [`${name} too long`, { ...right, [name]: 'x'.repeat((property.maxLength ?? 0) + 1) }];
  }
}

export const attack: Attack = {
  id: '37',
  group: 'payload',
  title: 'call every method of the table with fields too many, missing, of another type and too long',
  expected: 'each is refused before any capability runs',
  patienceMs: 60_000,
  async guest({ takePort, pause }): Promise<JsonValue> {
    const { ask } = speakRaw(takePort());
    const accepted: string[] = [];
    let id = 0;
    for (const [method, { args }] of Object.entries(methods)) {
      for (const [what, value] of wrong(args as Schema)) {
        id += 1;
        const answer = String(await ask({ id, method, args: value }));
        if (!/^ERR_BRIDGE_(?:BAD_ARGUMENTS|BAD_MESSAGE|NOT_DECLARED|TOO_LARGE)$/.test(answer))
          accepted.push(`${method} ${what}: ${answer}`);
        // Stays below the rate that would end the session.
        if (id % 150 === 0) await pause(700);
      }
    }
    return { accepted, tried: id };
  },
  judge({ report }) {
    const { accepted, tried } = (report ?? {}) as { accepted?: readonly string[]; tried?: number };
    holds(Number(tried) > 80, `tried ${JSON.stringify(report)}`);
    holds(accepted?.length === 0, `accepted: ${accepted?.join('; ')}`);
  },
};
