import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schemaNotes, schemaText } from './schema-text.ts';

test('an object is written as its members, with what the type cannot say beside them', () => {
  const schema = {
    type: 'object',
    required: ['name'],
    additionalProperties: false,
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 2000, description: 'What it is called.' },
      'odd-name': { enum: ['a', 1] },
      list: { type: 'array', maxItems: 3, items: { enum: ['x', 'y'] } },
    },
  };
  assert.equal(
    schemaText(schema),
    '{\n  name: string // What it is called; 1–2,000 characters\n  "odd-name"?: "a" | 1\n  list?: ("x" | "y")[] // at most 3 entries\n}',
  );
});

test('a dictionary, a choice and an object without members have forms of their own', () => {
  assert.equal(schemaText({ type: 'object', additionalProperties: false }), '{}');
  assert.equal(
    schemaText({ type: 'object', additionalProperties: { type: 'string' }, propertyNames: { maxLength: 64 } }),
    '{\n  [name] /* at most 64 characters */: string\n}',
  );
  assert.equal(schemaText({ anyOf: [{ type: 'string' }, { const: null }] }), 'string | null');
});

test('limits are said once and in words', () => {
  assert.equal(schemaNotes({ minLength: 5, maxLength: 5 }), '5 characters');
  assert.equal(schemaNotes({ minimum: 0 }), 'at least 0');
});

test('a keyword the pages would pass over in silence stops the build', () => {
  assert.throws(() => schemaText({ type: 'string', contentEncoding: 'base64' }), /contentEncoding/);
});
