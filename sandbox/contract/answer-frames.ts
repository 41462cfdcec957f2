/**
 * How the registry's gateway passes a back end's answer on while it arrives: a `head`, any number of `bytes`, and an
 * `end` or, where the answer came to nothing after its head, a `problem`. HTTP alone could only break the connection
 * off, and nobody would learn why. A frame is one byte of kind, four of length (big-endian), and so many of content.
 */
export const ANSWER_FRAMES = 'application/vnd.portico.answer-frames';
/** Bytes of content of one frame, at most. */
export const FRAME_BYTES = 262_144;

/**
 * `head`: JSON `{status, headers}`. `bytes`: a part of the body. `end`: empty. `problem`: JSON as in RFC 9457, with our
 * `code`. The place in the list is the byte that stands for it.
 */
const kinds = ['head', 'bytes', 'end', 'problem'] as const;
export type FrameKind = (typeof kinds)[number];
export interface Frame {
  readonly kind: FrameKind;
  readonly content: Uint8Array<ArrayBuffer>;
}

const HEADER = 5;

/** @throws RangeError for more content than a frame holds */
export function encodeFrame(kind: FrameKind, content: Uint8Array): Uint8Array<ArrayBuffer> {
  if (content.length > FRAME_BYTES) throw new RangeError('the content of a frame is too long');
  const frame = new Uint8Array(HEADER + content.length);
  const header = new DataView(frame.buffer);
  header.setUint8(0, kinds.indexOf(kind));
  header.setUint32(1, content.length);
  frame.set(content, HEADER);
  return frame;
}

/** Takes bytes as they come and gives the frames that they complete. Throws RangeError for what cannot be a frame. */
export function createFrameReader(): (bytes: Uint8Array) => Frame[] {
  let held = new Uint8Array(0);
  return (bytes) => {
    const all = new Uint8Array(held.length + bytes.length);
    all.set(held);
    all.set(bytes, held.length);
    const header = new DataView(all.buffer);
    const frames: Frame[] = [];
    let from = 0;
    while (all.length - from >= HEADER) {
      const kind = kinds[header.getUint8(from)];
      const length = header.getUint32(from + 1);
      if (kind === undefined || length > FRAME_BYTES) throw new RangeError('these bytes are no frame');
      const end = from + HEADER + length;
      if (end > all.length) break;
      frames.push({ kind, content: all.slice(from + HEADER, end) });
      from = end;
    }
    held = all.slice(from);
    return frames;
  };
}
