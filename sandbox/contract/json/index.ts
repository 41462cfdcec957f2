export { canonicalJson } from './canonical-json.ts';
export {
  type JsonDocument,
  type JsonLimits,
  type JsonPosition,
  parseStrictJson,
  readStrictJson,
} from './strict-json.ts';
export { decodeUtf8 } from './utf8.ts';
