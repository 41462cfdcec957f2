import { PorticoError } from '../errors/index.ts';
import { type JsonLimits, readStrictJson } from '../json/index.ts';
import type { Fault, Path, Shape } from './shape.ts';

/** One thing wrong with a document: where (one-based line and column, and the member's path) and what to do. */
export interface DocumentFault {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Reads bytes as strict JSON of a shape, or throws with every fault and its place. */
export function readDocument<T>(bytes: Uint8Array, shape: Shape<T>, limits: JsonLimits): { readonly value: T } {
  const document = readStrictJson(bytes, limits);
  const found: Fault[] = [];
  const value = shape.read(document.value, [], found);
  if (value !== undefined && found.length === 0) return { value };
  const faults = found.map(({ path, says }): DocumentFault => {
    return { path: pathText(path), ...document.positionOf(path), message: says };
  });
  const first = faults[0];
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  throw new PorticoError('ERR_MANIFEST_INVALID', {
    detail: first
      ? `Line ${first.line}, column ${first.column}, ${first.path}: ${first.message}${more}`
      : 'It is empty.',
    data: { line: first?.line ?? 1, column: first?.column ?? 1, faults },
  });
}

/** `portico.domains.connect[0]`; the document itself is `manifest`. */
function pathText(path: Path): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text === '' ? 'manifest' : text.replace(/^\./, '').slice(0, 200);
}
