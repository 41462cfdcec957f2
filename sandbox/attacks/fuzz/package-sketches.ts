/** What packages may hold: odd paths and types, pages, styles and scripts of every sort, and a great many of them. */
import fc from 'fast-check';

/** What stands in the place of a file's bytes; `broken` are no UTF-8. Only a buffer is what a container hands over. */
export const byteForms = [
  'buffer',
  'broken',
  'resizable',
  'view',
  'detached',
  'shared',
  'text',
  'blob',
  'none',
] as const;
export type ByteForm = (typeof byteForms)[number];

export interface FileSketch {
  readonly path: string;
  readonly type: string;
  readonly text: string;
  readonly bytes: ByteForm;
}
/** Many files: scripts that nobody asks for, or style sheets of which each imports the next and the page the first. */
export interface Crowd {
  readonly of: 'scripts' | 'style sheets';
  readonly files: number;
}
export interface PackageSketch {
  readonly files: readonly FileSketch[];
  readonly crowd?: Crowd | undefined;
}

/** Stand-ins that the page replaces: its witness, and which hand-over this is. */
export const EVIL = '{evil}';
export const MARK = '{mark}';

export const paths = fc.oneof(
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
/** Says that it runs, and whose it is. */
const TELLTALE = `<script>parent.postMessage({ ran: ${MARK} }, '*')</script>`;
/** Parts of pages, styles and scripts. No script of theirs throws, so that an error in the frame is the loader's. */
const parts = fc.constantFrom(
  TELLTALE,
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
const file = fc
  .record({
    path: paths,
    type: types,
    text: fc.array(parts, { maxLength: 4 }),
    bytes: fc.oneof({ weight: 12, arbitrary: fc.constant('buffer' as const) }, fc.constantFrom(...byteForms)),
  })
  .map(({ text, ...rest }): FileSketch => ({ ...rest, text: text.join('\n') }));
const entryPage = fc.tuple(fc.constantFrom(TELLTALE, ''), fc.array(parts, { maxLength: 6 })).map(
  ([first, rest]): FileSketch => ({
    path: 'index.html',
    type: 'text/html',
    text: [first, ...rest].join('\n'),
    bytes: 'buffer',
  }),
);

const crowds: fc.Arbitrary<Crowd> = fc.oneof(
  fc.record({ of: fc.constant('scripts' as const), files: fc.constantFrom(60, 2_000) }),
  fc.record({ of: fc.constant('style sheets' as const), files: fc.constantFrom(3, 40) }),
);

export const packages: fc.Arbitrary<PackageSketch> = fc
  .tuple(
    fc.option(entryPage, { freq: 8, nil: undefined }),
    fc.array(file, { maxLength: 5 }),
    fc.oneof({ weight: 15, arbitrary: fc.constant(undefined) }, crowds),
  )
  .map(([page, rest, crowd]) => ({ files: page ? [page, ...rest] : rest, crowd }));

/** The files of a crowd. */
export function crowdOf({ of, files }: Crowd): FileSketch[] {
  return Array.from({ length: files }, (_, at): FileSketch => {
    if (of === 'scripts') return { path: `crowd/${at}.js`, type: 'text/javascript', text: '', bytes: 'buffer' };
    const text = at + 1 < files ? `@import url("portico:/crowd/${at + 1}.css");` : '';
    return { path: `crowd/${at}.css`, type: 'text/css', text, bytes: 'buffer' };
  });
}
/** What the page of a crowd of style sheets begins with. */
export const crowdLink = '<link rel="stylesheet" href="portico:/crowd/0.css">';
