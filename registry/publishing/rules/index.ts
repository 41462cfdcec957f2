import type { Rule } from '../engine/rule.ts';
import { capabilitiesDeclared } from './capabilities-declared.ts';
import { codeEval } from './code-eval.ts';
import { filesContent } from './files-content.ts';
import { filesHidden } from './files-hidden.ts';
import { htmlScripts } from './html-scripts.ts';
import { networkDomains } from './network-domains.ts';
import { releaseSupported } from './release-supported.ts';
import { secretsShipped } from './secrets-shipped.ts';
import { sizeFirstLoad } from './size-first-load.ts';

/** Everything review looks for, in the order of the reference page. */
export const rules: readonly Rule[] = [
  codeEval,
  htmlScripts,
  secretsShipped,
  filesHidden,
  filesContent,
  capabilitiesDeclared,
  networkDomains,
  sizeFirstLoad,
  releaseSupported,
];
