/** What may be said to a waiting frame page, by whom, and what a package may hold. */
import fc from 'fast-check';
import { mutate, mutations, oddValues } from './mutations.ts';
import { cloneable, pageOnly, type Recipe } from './recipe.ts';

/**
 * `container`: the page that made the frame. `neighbour`: another window of the container's origin. `stranger`: a window
 * of another origin.
 */
export const speakers = ['container', 'neighbour', 'stranger'] as const;
export type Speaker = (typeof speakers)[number];

export interface FileSketch {
  readonly path: string;
  readonly type: string;
  readonly text: string;
  /** Bytes that are no UTF-8 follow the text. */
  readonly broken?: true;
}

/** A hand-over, right in every respect unless `by`, `nonce`, `ports` or `changed` say otherwise. */
export interface HandOverSketch {
  readonly by: Speaker;
  readonly nonce: 'right' | 'wrong' | 'none';
  readonly ports: 0 | 1 | 2;
  readonly card: boolean;
  readonly entry: string;
  readonly files: readonly FileSketch[];
  /** What was made of the message after that; its files are then as this says. */
  readonly changed?: Recipe;
}

/** Stand-ins that the page replaces: its witness, and which hand-over this is. */
export const EVIL = '{evil}';
export const MARK = '{mark}';

const paths = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('index.html', 'app.js', 'b.js', 'a.css', 'b.css', 'x.svg', 'data.json') },
  fc.constantFrom(
    '',
    '/',
    '../up.js',
    '__proto__',
    'constructor',
    'a b.js',
    'ü.js',
    'x"y.js',
    "x'y.css",
    'a)b.css',
    '.',
  ),
  fc.string({ maxLength: 6 }),
);
const types = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('text/html', 'text/javascript', 'text/css', 'image/svg+xml', 'application/json'),
  },
  fc.constantFrom('', 'text/javascript; charset=utf-8', 'TEXT/HTML', 'application/javascript+evil', 'text/css\n', '💥'),
);
/** Parts of pages, styles and scripts. No script of theirs throws, so that an error in the frame is the loader's. */
const parts = fc.constantFrom(
  `<script>parent.postMessage({ ran: ${MARK} }, '*')</script>`,
  `<script type="module">parent.postMessage({ ran: ${MARK} }, '*')</script>`,
  '<script type="module" src="portico:/app.js"></script>',
  '<script src="portico:/b.js" defer></script>',
  '<script type="module">import "portico:/none.js"</script>',
  '<script src="portico:/none.js"></script>',
  '<script type="text/plain">not a script</script>',
  '<script type="text/plain" src="portico:/b.js"></script><script nomodule src="portico:/b.js"></script>',
  '<script src=""></script><script async src="portico:/app.js"></script>',
  `<script type="importmap">{"imports":{"portico:/app.js":"${EVIL}/map.js"}}</script>`,
  '<script type="speculationrules">{"prefetch":[{"source":"list","urls":["/x"]}]}</script>',
  '<link rel="stylesheet" href="portico:/a.css">',
  '<link rel="stylesheet" href="portico:/none.css">',
  `<link rel="stylesheet" href="${EVIL}/style.css">`,
  '<link rel="stylesheet" href="">',
  '<link rel="stylesheet" href="portico:/a.css" type="text/nonsense">',
  '<link rel="alternate stylesheet" href="portico:/a.css" title="x">',
  `<link rel="preload" as="script" href="${EVIL}/preload.js"><link rel="dns-prefetch" href="${EVIL}">`,
  `<base href="${EVIL}/base/">`,
  `<meta http-equiv="Content-Security-Policy" content="script-src *">`,
  `<img src="${EVIL}/image.png" srcset="${EVIL}/2.png 2x">`,
  '<img src="portico:/x.svg" alt="">',
  `<form action="${EVIL}/form"><input name="a"></form>`,
  `<iframe src="${EVIL}/frame"></iframe><object data="${EVIL}/object"></object><embed src="${EVIL}/embed">`,
  '<iframe srcdoc="<script>parent.parent.postMessage({ran:-1},&quot;*&quot;)</script>"></iframe>',
  `<video src="${EVIL}/video" autoplay></video><audio src="${EVIL}/audio"></audio>`,
  `<svg><image href="${EVIL}/svg.png"/><use href="${EVIL}/use.svg#a"/></svg>`,
  `<style>@import url("${EVIL}/import.css"); body { background: url(${EVIL}/background.png) }</style>`,
  '<html lang="zh" onload="1"><body class="x" style="color:red">',
  '<template><script>1</script></template><!-- <script> -->',
  'portico:/index.html portico:/app.js portico:/a.css',
  '@import url("portico:/b.css");',
  '@import url(portico:/a.css); body { background: url("portico:/x.svg") }',
  `import 'portico:/b.js';`,
  `import 'portico:/app.js';`,
  `await (await fetch('portico:/data.json')).text().catch(() => '');`,
  '</script></title></style>--><plaintext>',
  '\ufeff\u0000\ud800',
  '{"a":1}',
);
const files = fc.array(
  fc
    .record({ path: paths, type: types, text: fc.array(parts, { maxLength: 4 }), broken: fc.nat(12) })
    .map(({ path, type, text, broken }): FileSketch => {
      const file = { path, type, text: text.join('\n') };
      return broken === 12 ? { ...file, broken: true } : file;
    }),
  { maxLength: 5 },
);
const entryPage = fc
  .array(parts, { maxLength: 6 })
  .map((text): FileSketch => ({ path: 'index.html', type: 'text/html', text: text.join('\n') }));

const sketches = fc
  .record({
    by: fc.oneof({ weight: 5, arbitrary: fc.constant('container' as const) }, fc.constantFrom(...speakers)),
    nonce: fc.oneof(
      { weight: 2, arbitrary: fc.constant('right' as const) },
      fc.constantFrom('wrong' as const, 'none' as const),
    ),
    ports: fc.oneof({ weight: 5, arbitrary: fc.constant(1 as const) }, fc.constantFrom(0 as const, 2 as const)),
    card: fc.nat(9).map((n) => n === 9),
    entry: fc.oneof({ weight: 6, arbitrary: fc.constant('index.html') }, paths),
    files: fc
      .tuple(fc.option(entryPage, { freq: 8, nil: undefined }), files)
      .map(([page, rest]) => (page ? [page, ...rest] : rest)),
  })
  .map((sketch): HandOverSketch => sketch);

const odd = oddValues([...cloneable, ...pageOnly]);
const nearly: Recipe = {
  members: [
    ['portico', 'open'],
    ['version', 1],
    ['nonce', '{nonce}'],
    ['entry', 'index.html'],
    [
      'files',
      [
        {
          members: [
            ['path', 'index.html'],
            ['type', 'text/html'],
            ['bytes', { strange: 'ArrayBuffer', n: 8 }],
          ],
        },
      ],
    ],
  ],
};
const strange = fc
  .tuple(
    sketches,
    fc.oneof(
      fc.array(mutations(odd), { minLength: 1, maxLength: 2 }).map((list) => list.reduce(mutate, nearly)),
      odd,
    ),
  )
  .map(([sketch, changed]): HandOverSketch => ({ ...sketch, changed }));

/** Some words, the right hand-over among them or not; the page says a right one at the end in any case. */
export const loaderCases = fc.array(fc.oneof({ weight: 3, arbitrary: sketches }, strange), {
  maxLength: 5,
  size: 'max',
});
