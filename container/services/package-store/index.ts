/** Files of verified mini-app releases on this device. */
export { createPackageStore, type PackageStoreOptions } from './create-package-store.ts';
export type { EnsureOptions, PackageFile, PackageStore, Progress, StorableRelease } from './package-store.ts';
