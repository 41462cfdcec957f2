import type { DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Every element of a document, templates' content included. */
export function* elementsOf(root: Parent): Generator<Element, void, undefined> {
  const stack: Parent[] = [root];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    if ('tagName' in parent) yield parent;
    if ('content' in parent) stack.push(parent.content);
    for (const child of parent.childNodes) if ('childNodes' in child) stack.push(child);
  }
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** The text directly inside an element. */
export function textOf(element: Element): string {
  return element.childNodes
    .map((child) => (child.nodeName === '#text' && 'value' in child ? child.value : ''))
    .join('');
}

/** One-based place of an element, or of one of its attributes. */
export function placeOf(element: Element, attr?: string): { line?: number; column?: number } {
  const whole = element.sourceCodeLocation;
  const at = (attr === undefined ? undefined : whole?.attrs?.[attr]) ?? whole;
  return at ? { line: at.startLine, column: at.startCol } : {};
}
