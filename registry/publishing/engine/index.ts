/** The package reader and the rules: one engine for `portico check` and the server. */
export { rules } from '../rules/index.ts';
export { sha256 } from './digest.ts';
export { type Finding, SEVERITIES, type Severity } from './finding.ts';
export { type InlineScriptsOf, inspectArchive, type Package, readPackage } from './package.ts';
export { reviewPackage } from './review-package.ts';
export type { Rule } from './rule.ts';
