import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type CallExpression, parseSync, Visitor } from 'oxc-parser';
import { templates } from './en.ts';

const container = fileURLToPath(new URL('..', import.meta.url));

interface Use {
  readonly id: string;
  readonly file: string;
  /** The Chinese source as written. */
  readonly source: string;
  readonly values: number;
}

/** Every `msg(…)` of the container. A use without a literal id is a fault of its own. */
function uses(): readonly Use[] {
  const files = readdirSync(container, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('.d.ts'),
  );
  return files.flatMap((file) => usesIn(file, readFileSync(container + file, 'utf8')));
}

function usesIn(file: string, text: string): Use[] {
  const found: Use[] = [];
  const { program, errors } = parseSync(file, text);
  assert.deepEqual(errors, [], file);
  new Visitor({
    CallExpression(call) {
      if (call.callee.type === 'Identifier' && call.callee.name === 'msg') found.push(useOf(call, file, text));
    },
  }).visit(program);
  return found;
}

function useOf(call: CallExpression, file: string, text: string): Use {
  const [source, options] = call.arguments;
  const place = `${file}: ${text.slice(call.start, call.end)}`;
  assert.equal(options?.type, 'ObjectExpression', `${place} has no id`);
  assert.ok(source && options?.type === 'ObjectExpression');
  const id = options.properties.flatMap((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'id'
      ? property.value
      : [],
  )[0];
  assert.ok(id?.type === 'Literal' && typeof id.value === 'string', `${place} has no literal id`);
  const values = source.type === 'TaggedTemplateExpression' ? source.quasi.expressions.length : 0;
  return { id: id.value, file, source: text.slice(source.start, source.end), values };
}

const found = uses();
const english: Readonly<Record<string, unknown>> = templates;

/** Which values of the source a translation shows. */
function shownValues(translation: unknown): readonly number[] {
  if (typeof translation === 'string') return [];
  assert.ok(typeof translation === 'object' && translation !== null && 'values' in translation);
  return (translation.values as readonly number[]).toSorted();
}

test('the container speaks at all', () => {
  assert.ok(found.length > 100, `only ${found.length} messages found`);
});

test('every message has an English translation', () => {
  const missing = found.filter(({ id }) => !Object.hasOwn(english, id)).map(({ id, file }) => `${id} in ${file}`);
  assert.deepEqual(missing, []);
});

test('every English translation is of a message that is used', () => {
  const used = new Set(found.map(({ id }) => id));
  assert.deepEqual(
    Object.keys(english).filter((id) => !used.has(id)),
    [],
  );
});

test('one id says one thing', () => {
  const sources = new Map<string, string>();
  for (const { id, source, file } of found) {
    const plain = source.replaceAll(/\$\{[^}]*\}/g, '…');
    assert.equal(sources.get(id) ?? plain, plain, `${id} in ${file}`);
    sources.set(id, plain);
  }
});

test('a translation shows exactly the values of its source', () => {
  for (const { id, values } of found) {
    assert.deepEqual(
      shownValues(english[id]),
      Array.from({ length: values }, (_, at) => at),
      id,
    );
  }
});

test('no English translation was left in Chinese', () => {
  const chinese = Object.entries(english).filter(([, words]) => /\p{Script=Han}/u.test(JSON.stringify(words)));
  assert.deepEqual(chinese, []);
});
