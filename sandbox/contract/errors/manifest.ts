import type { ErrorTable } from './entry.ts';

/** Errors of the strict JSON parser and of the manifests it reads. Each carries `line` and `column` (one-based) in `data`. */
export const manifestErrors = {
  ERR_JSON_TOO_LARGE: {
    status: 413,
    says: 'The JSON document is larger than its limit.',
    fix: 'Make the document smaller, or split it.',
  },
  ERR_JSON_UTF8: {
    status: 400,
    says: 'The JSON document is not valid UTF-8.',
    fix: 'Save the file as UTF-8 in your editor.',
  },
  ERR_JSON_BOM: {
    status: 400,
    says: 'The JSON document starts with a byte order mark.',
    fix: 'Save the file as UTF-8 without BOM.',
  },
  ERR_JSON_SYNTAX: {
    status: 400,
    says: 'The JSON document is not well formed.',
    fix: 'Correct the document at the line and column given.',
  },
  ERR_JSON_DUPLICATE_KEY: {
    status: 400,
    says: 'An object has the same key twice.',
    fix: 'Keep one of the two; readers disagree about which one counts.',
  },
  ERR_JSON_FORBIDDEN_KEY: {
    status: 400,
    says: 'An object has the key __proto__.',
    fix: 'Rename the key; this one changes objects instead of filling them.',
  },
  ERR_JSON_SURROGATE: {
    status: 400,
    says: 'A string holds half of a surrogate pair.',
    fix: 'Write the whole character, or its two \\u escapes together.',
  },
  ERR_JSON_NONCHARACTER: {
    status: 400,
    says: 'A string holds a code point that Unicode reserves as a noncharacter.',
    fix: 'Remove the code point; it is not meant for exchange.',
  },
  ERR_JSON_NUMBER_RANGE: {
    status: 400,
    says: 'A number cannot be held exactly.',
    fix: 'Keep numbers within ±(2^53 − 1), or write the value as a string.',
  },
  ERR_JSON_DEPTH: {
    status: 400,
    says: 'The JSON document is nested too deeply.',
    fix: 'Nest arrays and objects at most 32 deep.',
  },
  ERR_JSON_NOT_CANONICAL: {
    status: 400,
    says: 'The JSON document is not in canonical form (RFC 8785).',
    fix: 'Write it with the kit, which produces the canonical form.',
  },
  ERR_MANIFEST_INVALID: {
    status: 422,
    says: 'The manifest does not say what a manifest must say.',
    fix: 'Correct each place named; the schema is at /schemas/manifest.json.',
  },
} as const satisfies ErrorTable;
