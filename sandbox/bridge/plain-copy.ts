import type { JsonValue } from '../contract/schema.ts';
import { CallError } from './call-error.ts';

/** What is left of one message's size: 1 for each UTF-16 code unit of text, 8 for every other value. */
export interface Budget {
  left: number;
  readonly depth: number;
}

/** Never data in our own messages, and the usual way to reach a prototype. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

const refuse = (): never => {
  throw new CallError('ERR_BRIDGE_BAD_ARGUMENTS');
};

/**
 * Copies a value that came from the other side, reading every property exactly once, so that what is checked is what is
 * used: no getter, `toJSON`, shared memory or later change survives. Size and depth are counted on the way and stop
 * the walk early, which also bounds cycles and values that refer to one part many times.
 *
 * Members that are `undefined` are left out, as JSON leaves them out; `-0` becomes `0`.
 * @throws CallError ERR_BRIDGE_TOO_LARGE, or ERR_BRIDGE_BAD_ARGUMENTS for anything JSON cannot say
 */
export function copyPlain(value: unknown, budget: Budget): JsonValue {
  try {
    return copy(value, budget, budget.depth);
  } catch (error) {
    // Only what the other side made can throw here, when it is read: then it is not JSON.
    throw error instanceof CallError ? error : new CallError('ERR_BRIDGE_BAD_ARGUMENTS');
  }
}

function copy(value: unknown, budget: Budget, depth: number): JsonValue {
  switch (typeof value) {
    case 'string':
      spend(budget, value.length);
      return value;
    case 'boolean':
      spend(budget, 8);
      return value;
    case 'number':
      spend(budget, 8);
      return Number.isFinite(value) ? value + 0 : refuse();
    case 'object':
      spend(budget, 8);
      if (value === null) return null;
      if (depth === 0) return refuse();
      return Array.isArray(value) ? copyArray(value, budget, depth - 1) : copyObject(value, budget, depth - 1);
    default:
      return refuse();
  }
}

/** Holes and `undefined` are refused; members beside the elements are not looked at. */
function copyArray(value: readonly unknown[], budget: Budget, depth: number): JsonValue {
  const { length } = value;
  if (length > budget.left) throw new CallError('ERR_BRIDGE_TOO_LARGE');
  const elements: JsonValue[] = [];
  for (let index = 0; index < length; index += 1) elements.push(copy(value[index], budget, depth));
  return elements;
}

function copyObject(value: object, budget: Budget, depth: number): JsonValue {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return refuse();
  const members: Record<string, JsonValue> = {};
  for (const key of Object.keys(value)) {
    spend(budget, key.length);
    if (forbiddenKeys.has(key)) return refuse();
    const member = (value as Record<string, unknown>)[key];
    if (member !== undefined) members[key] = copy(member, budget, depth);
  }
  return members;
}

function spend(budget: Budget, amount: number): void {
  budget.left -= amount;
  if (budget.left < 0) throw new CallError('ERR_BRIDGE_TOO_LARGE');
}
