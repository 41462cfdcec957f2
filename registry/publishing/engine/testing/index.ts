/** For the tests of this and other modules. */
export { readPackage } from '../index.ts';
export { type AppParts, appManifest, appPackage, png } from './packages.ts';
