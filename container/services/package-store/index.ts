/** Files of verified mini-app releases on this device. */
export type { EnsureOptions, PackageFile, PackageStore, Progress, StorableRelease } from './package-store.ts';
