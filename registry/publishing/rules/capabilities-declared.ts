import type { Node } from 'oxc-parser';
import { isMethodName, methods } from '../../../sandbox/contract/index.ts';
import type { Rule } from '../engine/rule.ts';
import { bare, nodesOf, propertyName } from '../engine/syntax.ts';

export const capabilitiesDeclared: Rule = {
  id: 'capabilities/declared',
  severity: 'warning',
  what: 'Calls of capabilities that the manifest does not declare, and declared ones that no code calls.',
  why: 'An undeclared call is always refused; an unused declaration asks the customer for more than the app needs.',
  fix: 'Declare exactly what the code calls, each with a reason.',
  open(pkg, report) {
    const declared = new Set(pkg.release.capabilities.map(({ name }) => name));
    const used = new Set<string>();
    return {
      file(file) {
        if (!file.program) return;
        for (const node of nodesOf(file.program)) {
          const method = calledMethod(node);
          if (method === undefined || !isMethodName(method)) continue;
          const { capability } = methods[method];
          if (capability === null) continue;
          used.add(capability);
          if (declared.has(capability)) continue;
          const message = `${method} needs the capability ${capability}, which the manifest does not declare. Declare it with a reason.`;
          report({ message, file: file.path, ...file.positionOf(node.start) });
        }
      },
      end() {
        for (const name of declared) {
          if (!used.has(name))
            report({ message: `The manifest declares ${name}, yet no code calls it. Remove the declaration.` });
        }
      },
    };
  },
};

/**
 * `portico.payment.request(…)` and, since bundlers rename the first part, anything that ends in `payment.request(…)`.
 * An object of the app's own with the same two names is a false alarm, which is why this is a warning.
 */
function calledMethod(node: Node): string | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const callee = bare(node.callee);
  if (callee.type !== 'MemberExpression') return undefined;
  const family = bare(callee.object);
  const familyName = family.type === 'Identifier' ? family.name : propertyName(family);
  return `${familyName}.${propertyName(callee)}`;
}
