import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** A reference of the entry page to a file beside it. */
export interface Reference {
  readonly kind: 'script' | 'style' | 'file';
  /** As written, without query or fragment. */
  readonly address: string;
  /** The attribute's place in the text: from its name to the end of its value. */
  readonly start: number;
  readonly end: number;
  readonly attribute: string;
}

export interface EntryPage {
  readonly references: readonly Reference[];
  /** Where further `<link>` elements go: the end of the head. */
  readonly headEnd: number;
}

/** Attributes that refer to a file, by element. */
const FILE_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  img: ['src'],
  source: ['src'],
  audio: ['src'],
  video: ['src', 'poster'],
  link: ['href'],
  image: ['href'],
  use: ['href'],
};
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i;

/** Finds what the entry page needs, so that it can be packed and the references replaced in place. */
export function readEntryPage(html: string): EntryPage {
  const document = parse(html, { sourceCodeLocationInfo: true });
  const references: Reference[] = [];
  let headEnd: number | undefined;
  for (const element of elementsOf(document)) {
    if (element.tagName === 'head') headEnd = element.sourceCodeLocation?.endTag?.startOffset;
    for (const attribute of attributesOf(element)) {
      const value = element.attrs.find(({ name }) => name === attribute)?.value.trim();
      const place = element.sourceCodeLocation?.attrs?.[attribute];
      if (!value || !place || ELSEWHERE.test(value)) continue;
      references.push({
        kind: kindOf(element),
        address: value.replace(/[?#].*$/s, ''),
        start: place.startOffset,
        end: place.endOffset,
        attribute,
      });
    }
  }
  return { references, headEnd: headEnd ?? 0 };
}

function kindOf(element: Element): Reference['kind'] {
  if (element.tagName === 'script') return 'script';
  const rel = element.attrs.find(({ name }) => name === 'rel')?.value.toLowerCase() ?? '';
  return element.tagName === 'link' && rel.split(/\s+/).includes('stylesheet') ? 'style' : 'file';
}

function attributesOf(element: Element): readonly string[] {
  return element.tagName === 'script' ? ['src'] : (FILE_ATTRIBUTES[element.tagName] ?? []);
}

function* elementsOf(parent: Parent): Generator<Element> {
  for (const child of parent.childNodes) {
    if (!('childNodes' in child)) continue;
    if ('tagName' in child) yield child;
    yield* elementsOf(child);
  }
}
