import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PorticoError } from '../errors/index.ts';
import { parseStrictJson, readStrictJson } from './index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseStrictJson(bytes(text));

/** The code and place of the refusal of a document. */
function refusal(document: string | Uint8Array): { code: string; line: unknown; column: unknown } {
  try {
    parseStrictJson(typeof document === 'string' ? bytes(document) : document);
  } catch (error) {
    assert.ok(error instanceof PorticoError, String(error));
    return { code: error.code, line: error.data?.line, column: error.data?.column };
  }
  throw new assert.AssertionError({ message: `accepted ${JSON.stringify(document)}` });
}

test('ordinary documents read as JSON.parse reads them', () => {
  const text = '\t{"a": [1, -2.5, 3e2, true, false, null], "é": "\\u00e9\\n\\ud83d\\ude00", "empty": {}, "": []}\r\n';
  assert.deepEqual(parse(text), JSON.parse(text));
});

/** As everybody else reads it, but for -0, of which signatures and digests know nothing. */
const usual = (text: string): unknown => JSON.parse(text, (_key, part) => (Object.is(part, -0) ? 0 : part));

test('any JSON value survives', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5, noUnicodeString: false }), (value) => {
      const text = JSON.stringify(value);
      let parsed: unknown;
      try {
        parsed = parse(text);
      } catch (error) {
        // Generated data may hold what I-JSON forbids; then the refusal names exactly that.
        assert.ok(error instanceof PorticoError);
        assert.match(error.code, /NUMBER_RANGE|NONCHARACTER|SURROGATE|FORBIDDEN_KEY/);
        return;
      }
      assert.deepEqual(parsed, usual(text));
    }),
    { numRuns: 300 },
  );
});

test('a changed document is either refused with a code or read as JSON.parse reads it', () => {
  const text = '{"name":"茶","list":[1,2.5,{"deep":[true,null,"\\u0041"]}],"n":-1e3}';
  const original = bytes(text);
  fc.assert(
    fc.property(fc.nat(original.length - 1), fc.nat(255), fc.boolean(), (at, byte, insert) => {
      const changed = insert
        ? new Uint8Array([...original.slice(0, at), byte, ...original.slice(at)])
        : original.map((old, index) => (index === at ? byte : old));
      try {
        const parsed = parseStrictJson(changed);
        assert.deepEqual(parsed, usual(new TextDecoder('utf-8', { fatal: true }).decode(changed)));
      } catch (error) {
        assert.ok(error instanceof PorticoError, String(error));
        assert.match(error.code, /^ERR_JSON_/);
      }
    }),
    { numRuns: 500 },
  );
});

test('the same key twice is refused where it stands the second time', () => {
  assert.deepEqual(refusal('{\n  "a": 1,\n  "a": 2\n}'), { code: 'ERR_JSON_DUPLICATE_KEY', line: 3, column: 3 });
  assert.equal(refusal('{"a":1,"\\u0061":2}').code, 'ERR_JSON_DUPLICATE_KEY');
});

test('__proto__ is refused, however it is written; inherited names are ordinary keys', () => {
  assert.equal(refusal('{"__proto__": {"polluted": true}}').code, 'ERR_JSON_FORBIDDEN_KEY');
  assert.equal(refusal('{"\\u005f_proto__": 1}').code, 'ERR_JSON_FORBIDDEN_KEY');
  assert.deepEqual(Object.keys(parse('{"constructor": 1, "toString": 2}') as object), ['constructor', 'toString']);
});

test('what is not UTF-8 is refused, with the place of the first bad byte', () => {
  const bad: readonly (readonly number[])[] = [
    [0xff],
    [0xc0, 0xaf],
    [0xe0, 0x80, 0xaf],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xf8, 0x88, 0x80, 0x80, 0x80],
    [0xe2, 0x82],
    [0x80],
  ];
  for (const sequence of bad) {
    const document = new Uint8Array([...bytes('{"a":\n"'), ...sequence, ...bytes('"}')]);
    assert.deepEqual(refusal(document), { code: 'ERR_JSON_UTF8', line: 2, column: 2 }, sequence.join());
  }
});

test('a byte order mark is refused', () => {
  assert.equal(refusal(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d])).code, 'ERR_JSON_BOM');
  assert.equal(refusal(new Uint8Array([0xff, 0xfe, 0x7b, 0x00])).code, 'ERR_JSON_UTF8');
});

test('halves of surrogate pairs and noncharacters are refused', () => {
  assert.equal(refusal('["\\ud800"]').code, 'ERR_JSON_SURROGATE');
  assert.equal(refusal('["\\udc00\\ud800"]').code, 'ERR_JSON_SURROGATE');
  assert.equal(refusal('{"\\ud800": 1}').code, 'ERR_JSON_SURROGATE');
  assert.equal(refusal('["\\uffff"]').code, 'ERR_JSON_NONCHARACTER');
  assert.equal(refusal('["\ufdd0"]').code, 'ERR_JSON_NONCHARACTER');
  assert.deepEqual(parse('["\\ud83d\\ude00"]'), ['😀']);
});

test('numbers that cannot be held exactly are refused', () => {
  for (const number of ['9007199254740992', '-9007199254740992', '1e22', '1e400', '-1e999', '1e-400']) {
    assert.equal(refusal(`[${number}]`).code, 'ERR_JSON_NUMBER_RANGE', number);
  }
  assert.deepEqual(parse('[9007199254740991, -0, 0e99, 1e-300]'), [9007199254740991, 0, 0, 1e-300]);
});

test('32 levels are read, 33 are not, and a hundred thousand do no harm', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  assert.ok(parse(nested(32)));
  assert.deepEqual(refusal(nested(33)), { code: 'ERR_JSON_DEPTH', line: 1, column: 33 });
  assert.equal(refusal('{"a":'.repeat(100_000)).code, 'ERR_JSON_DEPTH');
});

test('bad grammar is refused with a sentence and its place', () => {
  const bad = [
    '',
    ' ',
    '{',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    "['a']",
    '[01]',
    '[+1]',
    '[.5]',
    '[1.]',
    '[1e]',
    '[-]',
    '[NaN]',
    '[1 2]',
  ];
  bad.push(
    '{"a" 1}',
    '["\t"]',
    '["\\x41"]',
    '["\\u12g4"]',
    '"open',
    'nul',
    '[1]]',
    '{}{}',
    '// c\n1',
    '[\u00a01]',
    '\u0000',
  );
  for (const document of bad) assert.equal(refusal(document).code, 'ERR_JSON_SYNTAX', document);
  assert.deepEqual(refusal('{\n  "a": 1\n  "b": 2\n}'), { code: 'ERR_JSON_SYNTAX', line: 3, column: 3 });
});

test('a document over the limit is not read at all', () => {
  assert.throws(() => parseStrictJson(bytes('[1,2,3]'), { maxBytes: 4 }), { code: 'ERR_JSON_TOO_LARGE' });
});

test('the place of every member can be asked for', () => {
  const document = readStrictJson(bytes('{\n  "list": [\n    1,\n    {"x": 2}\n  ]\n}'));
  assert.deepEqual(document.positionOf([]), { line: 1, column: 1 });
  assert.deepEqual(document.positionOf(['list']), { line: 2, column: 3 });
  assert.deepEqual(document.positionOf(['list', 1, 'x']), { line: 4, column: 6 });
  assert.deepEqual(document.positionOf(['list', 1, 'absent']), { line: 4, column: 5 });
});

test('four megabytes are read in well under two seconds', () => {
  const text = `[${'{"key":"value 值","n":12345},'.repeat(120_000)}0]`;
  const start = performance.now();
  parse(text);
  assert.ok(performance.now() - start < 2_000);
});
