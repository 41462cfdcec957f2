export type { DocumentFault } from './document.ts';
export { exampleRelease } from './example.ts';
export { entryFor, textFor } from './localized.ts';
export {
  DEFAULTS,
  MAX_MANIFEST_BYTES,
  manifestSchema,
  type PackageManifest,
  parseManifest,
} from './package-manifest.ts';
export { packagePathFault, pathCollisionKey } from './package-path.ts';
export type {
  DeclaredCapability,
  DeclaredDomains,
  Listing,
  LocalizedText,
  ReleaseFile,
  ReleaseIcon,
  ReleaseManifest,
} from './release.ts';
export { parseReleaseManifest } from './release-manifest.ts';
export { compareVersions } from './version.ts';
export * from './vocabulary.ts';
