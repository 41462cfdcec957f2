import { readFileSync } from 'node:fs';
import { DEFAULTS, MAX_MANIFEST_BYTES, manifestSchema } from '../../../sandbox/contract/manifest/index.ts';
import { code, inline, page, table, yesNo } from './markdown.ts';
import { type JsonSchema, schemaNotes } from './schema-text.ts';

type Row = readonly [path: string, required: string, form: string, notes: string];
const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One row for each member, in the order of the schema; a member of a list is `name[]`, of a map `name.<key>`. */
function rowsOf(schema: JsonSchema, path: string, required: boolean): Row[] {
  const forms = Array.isArray(schema.anyOf) ? schema.anyOf.filter(isSchema) : [schema];
  const own: Row[] =
    path === '' ? [] : [[inline(path), yesNo(required), forms.map(formOf).join(' or '), notesOf(forms[0] ?? {})]];
  return [...own, ...forms.flatMap((form) => inner(form, path))];
}

function inner(schema: JsonSchema, path: string): Row[] {
  const { properties, items, additionalProperties, propertyNames, required } = schema;
  if (isSchema(items)) return inner(items, `${path}[]`);
  if (isSchema(additionalProperties)) {
    const keys = isSchema(propertyNames) && Array.isArray(propertyNames.enum) ? 'language' : 'name';
    return rowsOf(additionalProperties, `${path}.<${keys}>`, false);
  }
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(isSchema(properties) ? properties : {}).flatMap(([name, member]) =>
    isSchema(member) ? rowsOf(member, path === '' ? name : `${path}.${name}`, needed.includes(name)) : [],
  );
}

function formOf(schema: JsonSchema): string {
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => inline(String(value))).join(', ');
  if (schema.type === 'array' && isSchema(schema.items)) return `list of ${formOf(schema.items)}`;
  if (schema.type === 'object' && isSchema(schema.additionalProperties)) return 'map';
  return String(schema.type);
}

function notesOf(schema: JsonSchema): string {
  const item = schema.type === 'array' && isSchema(schema.items) ? schema.items : undefined;
  const each = item && item.type !== 'object' ? inWords(item) : '';
  return [inWords(schema), each && `each: ${each}`].filter(Boolean).join('; ');
}

/** Every description here says what the pattern means, and better. */
const inWords = ({ pattern: _, ...schema }: JsonSchema): string => schemaNotes(schema);

export function manifestPage(root: string): string {
  const defaults = Object.entries(DEFAULTS).map(([name, value]) => [name, inline(value)]);
  const example = readFileSync(`${root}plugins/kit/template/manifest.json`, 'utf8').trimEnd();
  return page(
    'Manifest',
    [
      '`manifest.json` lies at the top of an app’s folder. It has the members of the W3C MiniApp Manifest and one of its own, `portico`.',
      `It is strict JSON in UTF-8 of at most ${MAX_MANIFEST_BYTES / 1024} KiB: no member twice, no comments, no unknown members. Editors get the schema at \`/schemas/manifest.json\` of the registry.`,
    ].join('\n'),
    '## Members\n',
    table(['member', 'required', 'form', 'what it is'], rowsOf(manifestSchema, '', true)),
    '`req_permissions` and `portico.capabilities` are one list; a capability stands in only one of them. Its names are those of the [bridge](bridge.md). This version opens `h5` apps with isolation `sealed` or `origin`; the [rule](rules.md) `release/supported` refuses the others and warns of `origin`.\n',
    '## When left out\n',
    table(['member', 'value'], defaults),
    '## Example\n',
    'What `portico init` writes:\n',
    code('json', example),
  );
}
