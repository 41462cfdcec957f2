import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createFrameReader, encodeFrame, FRAME_BYTES, type Frame } from './answer-frames.ts';

const frame = fc.record({
  kind: fc.constantFrom('head', 'bytes', 'end', 'problem'),
  content: fc.uint8Array({ maxLength: 40 }),
});

describe('frames of an answer', () => {
  it('come out as they went in, wherever the network cuts them', () => {
    fc.assert(
      fc.property(fc.array(frame), fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (frames, cuts) => {
        const sent = frames.flatMap(({ kind, content }) => [...encodeFrame(kind as Frame['kind'], content)]);
        const read = createFrameReader();
        const got: Frame[] = [];
        for (let at = 0, turn = 0; at < sent.length; turn += 1) {
          const size = cuts[turn % cuts.length] ?? 1;
          got.push(...read(Uint8Array.from(sent.slice(at, at + size))));
          at += size;
        }
        assert.deepEqual(
          got.map(({ kind, content }) => ({ kind, content: [...content] })),
          frames.map(({ kind, content }) => ({ kind, content: [...content] })),
        );
      }),
    );
  });

  it('give nothing before they are whole', () => {
    const whole = encodeFrame('bytes', Uint8Array.of(1, 2, 3));
    assert.deepEqual(createFrameReader()(whole.subarray(0, 7)), []);
  });

  it('are refused as soon as they claim to be of no known kind, or too long to be kept', () => {
    assert.throws(() => createFrameReader()(Uint8Array.of(4, 0, 0, 0, 0)), RangeError);
    assert.throws(() => createFrameReader()(Uint8Array.of(1, 255, 255, 255, 255)), RangeError);
    assert.throws(() => encodeFrame('bytes', new Uint8Array(FRAME_BYTES + 1)), RangeError);
  });
});
