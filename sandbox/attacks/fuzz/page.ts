/** The fuzzers that need a page, for a page that a script drives. */
import { fuzzLoader } from './loader.ts';
import { fuzzRealm } from './realm.ts';

declare global {
  var fuzzers: { readonly realm: typeof fuzzRealm; readonly loader: typeof fuzzLoader };
}
globalThis.fuzzers = { realm: fuzzRealm, loader: fuzzLoader };
