import type { Node } from 'oxc-parser';
import type { Rule } from '../engine/rule.ts';
import { bare, globalName, nodesOf, propertyName, stringValue } from '../engine/syntax.ts';

const TIMERS = new Set(['setTimeout', 'setInterval', 'setImmediate', 'execScript']);
const COMPILERS = new Set(['Function', 'AsyncFunction', 'GeneratorFunction']);

export const codeEval: Rule = {
  id: 'code/eval',
  severity: 'error',
  what: 'Code that makes code from text: eval, new Function, timers given a string, document.write.',
  why: 'What runs would not be what was reviewed, and the app’s security policy stops it at run time anyway.',
  fix: 'Write the code out; use JSON.parse for data, functions for timers, and DOM methods for markup.',
  open: ({ release }, report) => ({
    file(file) {
      if (!file.program) return;
      for (const node of nodesOf(file.program)) {
        const what = compiled(node);
        if (!what) continue;
        const message = `${what} makes code from text. Write the code out instead; it will not run here.`;
        // An unmodified site may carry such code in a branch it never takes; its policy has no room for it either.
        const severity = release.isolation === 'origin' ? 'warning' : 'error';
        report({ message, severity, file: file.path, ...file.positionOf(node.start) });
      }
    },
  }),
};

/** How a node makes code from text, or `undefined` when it does not. */
function compiled(node: Node): string | undefined {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
  const callee = bare(node.callee);
  const name = globalName(callee);
  if (name === 'eval') return 'eval';
  if (name !== undefined && COMPILERS.has(name)) return name;
  if (callee.type === 'MemberExpression') {
    const method = propertyName(callee);
    if (method === 'constructor' && propertyName(bare(callee.object)) === 'constructor')
      return 'constructor.constructor';
    if ((method === 'write' || method === 'writeln') && globalName(callee.object) === 'document')
      return `document.${method}`;
    if ((method === 'call' || method === 'apply') && globalName(callee.object) === 'eval') return `eval.${method}`;
  }
  const first = node.arguments[0];
  const isText =
    first && (stringValue(first) !== undefined || first.type === 'TemplateLiteral' || isConcatenation(first));
  return name !== undefined && TIMERS.has(name) && isText ? `${name} with a string` : undefined;
}

function isConcatenation(node: Node): boolean {
  return (
    node.type === 'BinaryExpression' &&
    node.operator === '+' &&
    [node.left, node.right].some((side) => stringValue(side) !== undefined || side.type === 'TemplateLiteral')
  );
}
