import { assert } from 'chai';
import { createPackageUrls } from './package-urls.ts';

const utf8 = new TextEncoder();
const script = (path: string, text: string) => ({
  path,
  type: 'text/javascript',
  bytes: utf8.encode(text).buffer as ArrayBuffer,
});

describe('addresses of a package', () => {
  it('are searched for once, however often the page names one script: it is read before anybody opens the app', () => {
    const files = [script('main.js', 'import "portico:/part.js"'), script('part.js', ''), script('only.js', 'go()')];
    const urls = createPackageUrls(files, (bytes) => new TextDecoder().decode(bytes));
    const took = (path: string): (string | undefined)[] =>
      Array.from({ length: 1_000 }, () => urls.takeText(`portico:/${path}`));
    const { includes } = String.prototype;
    let searched = 0;
    try {
      String.prototype.includes = function (this: string, ...wanted) {
        searched += 1;
        return includes.apply(this, wanted);
      };
      assert.isTrue(
        took('part.js').every((text) => text === undefined),
        'what another names is fetched by its name',
      );
      assert.deepEqual(took('only.js').slice(0, 2), ['go()', undefined], 'what nothing else names is taken once');
    } finally {
      String.prototype.includes = includes;
    }
    assert.isAtMost(searched, 2 * files.length);
  });
});
