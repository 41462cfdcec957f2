/**
 * JSON Schema as people read it: the shape in the notation of TypeScript, and what the shape cannot say as a comment.
 * Only the keywords that our schemas use are known; another one would be left out of the page silently, so it throws.
 */
export type JsonSchema = { readonly [keyword: string]: unknown };

const KNOWN = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'propertyNames',
  'items',
  'enum',
  'const',
  'anyOf',
  'oneOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'description',
  'default',
  '$schema',
  '$id',
  'title',
]);

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const words = (value: unknown): string => JSON.stringify(value);

/** The shape over as many lines as it has members; comments are for the line they end. */
export function schemaText(schema: JsonSchema, indent = ''): string {
  const { shape, notes } = describe(schema, indent);
  return notes ? `${shape} // ${notes}` : shape;
}

/** What a schema demands beyond its type, in a few words. */
export function schemaNotes(schema: JsonSchema): string {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems, minProperties, maxProperties } = schema;
  const notes = [
    typeof schema.description === 'string' ? schema.description.replace(/\.$/, '') : '',
    typeof schema.format === 'string' && schema.format !== 'uuid' ? schema.format : '',
    range(minLength, maxLength, 'characters'),
    range(minimum, maximum, ''),
    range(minItems, maxItems, 'entries'),
    range(minProperties, maxProperties, 'members'),
    schema.uniqueItems === true ? 'each once' : '',
    typeof schema.pattern === 'string' ? `/${schema.pattern}/` : '',
    schema.default === undefined ? '' : `default ${words(schema.default)}`,
  ];
  return notes.filter(Boolean).join('; ');
}

function range(least: unknown, most: unknown, unit: string): string {
  const text = (value: unknown) => (typeof value === 'number' ? value.toLocaleString('en') : '');
  const from = text(least);
  const to = text(most);
  if (!from && !to) return '';
  const span = from && to ? (from === to ? from : `${from}–${to}`) : to ? `at most ${to}` : `at least ${from}`;
  return unit ? `${span} ${unit}` : span;
}

function describe(schema: JsonSchema, indent: string): { shape: string; notes: string } {
  const unknown = Object.keys(schema).find((keyword) => !KNOWN.has(keyword));
  if (unknown !== undefined) throw new Error(`schema-text.ts does not know the keyword "${unknown}"`);
  return { shape: shapeOf(schema, indent), notes: schemaNotes(schema) };
}

function shapeOf(schema: JsonSchema, indent: string): string {
  if ('const' in schema) return words(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map(words).join(' | ');
  for (const choice of [schema.anyOf, schema.oneOf]) {
    if (Array.isArray(choice))
      return choice
        .filter(isSchema)
        .map((one) => shapeOf(one, indent))
        .join(' | ');
  }
  const { type } = schema;
  if (Array.isArray(type)) return type.join(' | ');
  if (type === 'array') return arrayShape(schema, indent);
  if (type === 'object') return objectShape(schema, indent);
  if (type === 'string' && schema.format === 'uuid') return 'uuid';
  return typeof type === 'string' ? type : 'any JSON';
}

function arrayShape({ items }: JsonSchema, indent: string): string {
  if (!isSchema(items)) return 'any JSON[]';
  const { shape, notes } = describe(items, indent);
  const list = /[ |]/.test(shape) && !shape.startsWith('{') ? `(${shape})[]` : `${shape}[]`;
  return notes ? `${list} /* each: ${notes} */` : list;
}

function objectShape(schema: JsonSchema, indent: string): string {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const inner = `${indent}  `;
  const lines = Object.entries(isSchema(schema.properties) ? schema.properties : {}).flatMap(([name, member]) =>
    isSchema(member) ? [`${inner}${key(name)}${required.includes(name) ? '' : '?'}: ${schemaText(member, inner)}`] : [],
  );
  if (isSchema(schema.additionalProperties)) {
    const names = isSchema(schema.propertyNames) ? schemaNotes(schema.propertyNames) : '';
    const comment = names ? ` /* ${names} */` : '';
    lines.push(`${inner}[name]${comment}: ${schemaText(schema.additionalProperties, inner)}`);
  } else if (lines.length === 0) return schema.additionalProperties === false ? '{}' : 'any object';
  return `{\n${lines.join('\n')}\n${indent}}`;
}

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : words(name));
