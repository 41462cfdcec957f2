/** For the tests of this and other modules. */
export { readPackage } from '../index.ts';
export { type AppParts, appManifest, appPackage, png } from './packages.ts';
export { extraField, type ZipEnds, type ZipPart, zip } from './zip-writer.ts';
