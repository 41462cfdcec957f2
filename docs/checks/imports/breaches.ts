import { posix } from 'node:path';
import { type ImportRule, importRules } from './table.ts';

export interface Import {
  /** Path of the importing file from the root, with forward slashes. */
  readonly from: string;
  /** The specifier as written. */
  readonly specifier: string;
}

export interface Breach extends Import {
  readonly says: string;
}

const inside = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** The rule with the longest matching folder, or `undefined` for a file outside every room. */
export function ruleFor(path: string): ImportRule | undefined {
  return importRules.filter((rule) => inside(path, rule.folder)).sort((a, b) => b.folder.length - a.folder.length)[0];
}

/** The breach an import makes, or `undefined`. Libraries are not this check's business; tests may use `testing` folders. */
export function breachOf({ from, specifier }: Import): Breach | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const target = posix.normalize(posix.join(posix.dirname(from), specifier));
  const rule = ruleFor(from);
  if (!rule) return { from, specifier, says: 'the file is in no room of the layout' };
  const screen = screenOf(from);
  const otherScreen = screenOf(target);
  if (screen && otherScreen && screen !== otherScreen)
    return { from, specifier, says: 'screens never import each other' };
  if (inside(target, rule.folder)) return undefined;
  if (isTest(from) && /^registry\/.*\/testing\//.test(target)) return undefined;
  if (rule.may.some((allowed) => inside(target, allowed))) return undefined;
  return { from, specifier, says: `${rule.folder} may import ${rule.may.join(', ') || 'nothing'}, not ${target}` };
}

const screenOf = (path: string): string | undefined => /^container\/screens\/([^/]+)\//.exec(path)?.[1];
const isTest = (path: string): boolean => /\.test\.ts$/.test(path);
