import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import type { Import } from './breaches.ts';

/** Every import of one source file, static, dynamic with a literal, and re-exports. */
export function importsOf(path: string, source: string = readFileSync(path, 'utf8')): Import[] {
  const { module, errors } = parseSync(path, source);
  const fault = errors[0];
  if (fault) throw new SyntaxError(`${path}: ${fault.message}`);
  const specifiers = [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((entry) =>
      entry.entries.flatMap((e) => (e.moduleRequest ? [e.moduleRequest.value] : [])),
    ),
    ...module.dynamicImports.flatMap((entry) => {
      const text = source.slice(entry.moduleRequest.start, entry.moduleRequest.end);
      return /^['"]/.test(text) ? [text.slice(1, -1)] : [];
    }),
  ];
  return specifiers.map((specifier) => ({ from: path, specifier }));
}
