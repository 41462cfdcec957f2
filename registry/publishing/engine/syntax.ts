import type { Node } from 'oxc-parser';
import { visitorKeys } from 'oxc-parser';
import type { Program } from './file-under-review.ts';

/** Every node of a tree, parents before children. A stack of our own, because hostile code nests deeper than the call stack. */
export function* nodesOf(program: Program): Generator<Node, void, undefined> {
  const stack: Node[] = [program];
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    for (const key of visitorKeys[node.type] ?? []) {
      const child: unknown = (node as unknown as Readonly<Record<string, unknown>>)[key];
      for (const item of Array.isArray(child) ? child : [child]) if (isNode(item)) stack.push(item);
    }
  }
}

/** `a.b`, `a['b']`, ``a[`b`]`` → `b`; `undefined` for anything computed. */
export function propertyName(node: Node): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : undefined;
  return stringValue(node.property);
}

/** The value of a string literal or of a template without substitutions. */
export function stringValue(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

/** The expression itself, out of parentheses, `(0, x)` and optional chains. */
export function bare(node: Node): Node {
  if (node.type === 'ParenthesizedExpression' || node.type === 'ChainExpression') return bare(node.expression);
  const last = node.type === 'SequenceExpression' ? node.expressions.at(-1) : undefined;
  return last ? bare(last) : node;
}

const GLOBAL_OBJECTS = new Set(['window', 'globalThis', 'self', 'top', 'parent', 'frames']);

/** The name of a global that an expression denotes: `eval`, `window.eval`, `(0, eval)`, `globalThis['eval']`. */
export function globalName(node: Node): string | undefined {
  const inner = bare(node);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type !== 'MemberExpression') return undefined;
  const object = globalName(inner.object);
  return object !== undefined && GLOBAL_OBJECTS.has(object) ? propertyName(inner) : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
