import type { JsonValue, Schema } from '../../../contract/schema.ts';
import { canonicalText } from './same-json.ts';

/**
 * Whether a JSON value is what a schema literal describes: an interpreter of the contract's own part of JSON Schema,
 * written against the specification (draft 2020-12) and sharing nothing with the validators that ajv compiles.
 */
export function conforms(value: JsonValue, schema: Schema): boolean {
  if ('const' in schema) return value === schema.const;
  if ('enum' in schema) return schema.enum.some((allowed) => allowed === value);
  if ('anyOf' in schema) return schema.anyOf.some((one) => conforms(value, one));
  switch (schema.type) {
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
    case 'number':
      return (
        typeof value === 'number' &&
        (schema.type === 'number' || Number.isInteger(value)) &&
        value >= (schema.minimum ?? Number.NEGATIVE_INFINITY) &&
        value <= (schema.maximum ?? Number.POSITIVE_INFINITY)
      );
    case 'string':
      return typeof value === 'string' && isText(value, schema);
    case 'array':
      return (
        isList(value) &&
        value.length >= (schema.minItems ?? 0) &&
        value.length <= (schema.maxItems ?? Number.POSITIVE_INFINITY) &&
        value.every((item) => conforms(item, schema.items)) &&
        (schema.uniqueItems !== true || new Set(value.map(canonicalText)).size === value.length)
      );
    case 'object': {
      if (typeof value !== 'object' || value === null || isList(value)) return false;
      const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
      const members = new Map(Object.entries(value));
      return (
        members.size >= (schema.minProperties ?? 0) &&
        members.size <= (schema.maxProperties ?? Number.POSITIVE_INFINITY) &&
        required.every((name) => members.has(name)) &&
        [...members].every(([name, member]) => {
          if (propertyNames !== undefined && !isText(name, propertyNames)) return false;
          const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
          return known !== undefined && known !== false && conforms(member, known);
        })
      );
    }
    default:
      return true;
  }
}

interface TextRule {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** Lengths count UTF-16 code units here, as everywhere in the contract (JSON Schema itself counts characters). */
function isText(text: string, { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern }: TextRule): boolean {
  const { length } = text;
  return length >= minLength && length <= maxLength && (pattern === undefined || new RegExp(pattern, 'u').test(text));
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
