export type {
  DeclaredCapability,
  DeclaredDomains,
  Listing,
  LocalizedText,
  ReleaseFile,
  ReleaseIcon,
  ReleaseManifest,
} from './release.ts';
export * from './vocabulary.ts';
