import { assert } from 'chai';
import { createAppFiles, FILE_LIMITS } from './app-files.ts';

const blob = (size: number): Blob => new Blob([new Uint8Array(size)]);
const codeOf = (run: () => unknown): unknown => {
  try {
    run();
    return 'no error';
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

describe('the files of an open app', () => {
  it('are had by the id they were kept under, and by no other', () => {
    const files = createAppFiles();
    const id = files.keep(blob(3));
    assert.match(id, /^file-[A-Za-z0-9-]{1,35}$/);
    assert.equal(files.get(id).size, 3);
    assert.equal(
      codeOf(() => createAppFiles().get(id)),
      'ERR_CAPABILITY_NO_FILE',
    );
  });

  it('are not too large one by one, and let the oldest go when they are together', () => {
    const files = createAppFiles();
    assert.equal(
      codeOf(() => files.keep(blob(FILE_LIMITS.one + 1))),
      'ERR_CAPABILITY_FILE_TOO_LARGE',
    );
    const ids = Array.from({ length: 7 }, () => files.keep(blob(FILE_LIMITS.one)));
    assert.equal(
      codeOf(() => files.get(ids[0] ?? '')),
      'ERR_CAPABILITY_NO_FILE',
    );
    assert.equal(files.get(ids[6] ?? '').size, FILE_LIMITS.one);
  });
});
