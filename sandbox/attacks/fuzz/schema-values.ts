import fc from 'fast-check';
import type { JsonValue, Schema } from '../../contract/schema.ts';

/** Text that has surprised programs before. */
const oddText = fc.constantFrom('', '\u0000', '\ud800', '\u202e', '__proto__', '../..', '<img src=x onerror=1>', '💥');
const anyText = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }), oddText);

/** Values that a schema of the contract admits, its limits among them. */
export function valuesOf(schema: Schema): fc.Arbitrary<JsonValue> {
  if ('const' in schema) return fc.constant(schema.const);
  if ('enum' in schema) return fc.constantFrom(...schema.enum);
  if ('anyOf' in schema) return fc.oneof(...schema.anyOf.map(valuesOf));
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer': {
      const { minimum = -(2 ** 31), maximum = 2 ** 31 } = schema;
      return fc.oneof(fc.constantFrom(minimum, maximum), fc.integer({ min: minimum, max: maximum }));
    }
    case 'number': {
      const { minimum = -1e9, maximum = 1e9 } = schema;
      return fc.oneof(
        fc.constantFrom(minimum, maximum),
        fc.double({ min: minimum, max: maximum, noNaN: true }).map((value) => value + 0),
      );
    }
    case 'string':
      return textsOf(schema);
    case 'array': {
      const { items, minItems = 0, maxItems = 64, uniqueItems } = schema;
      const length = { minLength: minItems, maxLength: Math.min(maxItems, minItems + 4) };
      return uniqueItems
        ? fc.uniqueArray(valuesOf(items), { ...length, selector: (value) => JSON.stringify(value) })
        : fc.array(valuesOf(items), length);
    }
    case 'object': {
      const { properties, required = [], additionalProperties, propertyNames, maxProperties = 4 } = schema;
      const known: Record<string, fc.Arbitrary<JsonValue>> = {};
      for (const [name, member] of Object.entries(properties ?? {})) known[name] = valuesOf(member);
      const fields = fc.record(known, { requiredKeys: [...required] });
      if (additionalProperties === false) return fields;
      const more = fc.dictionary(textsOf(propertyNames ?? {}), valuesOf(additionalProperties), {
        maxKeys: Math.min(maxProperties, 4),
        noNullPrototype: true,
      });
      return fc.tuple(fields, more).map(([some, others]) => ({ ...others, ...some }));
    }
    default:
      return fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)));
  }
}

interface TextRule {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** Short texts mostly; the longest that is allowed now and then, so that the limit itself is tried. */
function textsOf({ minLength = 0, maxLength = 64, pattern }: TextRule): fc.Arbitrary<string> {
  const fits = (text: string): boolean => text.length >= minLength && text.length <= maxLength;
  if (pattern !== undefined) {
    return fc.stringMatching(new RegExp(pattern, 'u'), { maxLength: Math.min(maxLength, 40) }).filter(fits);
  }
  const longest = fc.constant('x'.repeat(Math.min(maxLength, 3_000)));
  const shortest = fc.constant('y'.repeat(minLength));
  return fc.oneof({ weight: 8, arbitrary: anyText.filter(fits) }, { weight: 1, arbitrary: longest }, shortest);
}
