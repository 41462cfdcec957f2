/**
 * Names from which some browser, at some time, has loaded something by itself. Which ones there are was learnt from the
 * technique list of cure53's HTTPLeaks; the tables and what is made of them are our own.
 */

/** Relations of `<link href>`. */
export const relations: readonly string[] = [
  ...[
    'stylesheet',
    'alternate stylesheet',
    'icon',
    'shortcut icon',
    'apple-touch-icon',
    'apple-touch-icon-precomposed',
  ],
  ...['apple-touch-startup-image', 'mask-icon', 'fluid-icon', 'import', 'dns-prefetch', 'preconnect', 'prefetch'],
  ...[
    'preload',
    'modulepreload',
    'prerender',
    'subresource',
    'manifest',
    'search',
    'alternate',
    'amphtml',
    'canonical',
  ],
  ...['pingback', 'publisher', 'author', 'help', 'license', 'next', 'prev', 'first', 'last', 'start', 'up', 'index'],
  ...['contents', 'chapter', 'section', 'subsection', 'appendix', 'glossary', 'copyright', 'bookmark', 'archives'],
  ...['sidebar', 'tag', 'external', 'offline', 'P3Pv1', 'entry-content', 'feedurl', 'chrome-webstore-item', 'expect'],
  ...[
    'compression-dictionary',
    'privacy-policy',
    'terms-of-service',
    'webmention',
    'payment-method-manifest',
    'facilitated-payment',
  ],
];
/** What `<link rel="preload">` may be for. */
export const preloads: readonly string[] = [
  'audio',
  'document',
  'embed',
  'fetch',
  'font',
  'image',
  'json',
  'object',
  'script',
  'style',
  'track',
  'video',
  'worker',
];

/** Names of `<meta>` whose content some browser fetches, or whose content is an address. */
export const metas: readonly string[] = [
  ...[
    'msapplication-config',
    'msapplication-TileImage',
    'msapplication-square70x70logo',
    'msapplication-square150x150logo',
  ],
  ...[
    'msapplication-wide310x150logo',
    'msapplication-square310x310logo',
    'og:image',
    'og:video',
    'twitter:image',
    'al:web:url',
  ],
];

/** Elements, and the attributes of theirs that name something to load. */
export const loading: Readonly<Record<string, readonly string[]>> = {
  img: ['src', 'srcset', 'lowsrc', 'dynsrc', 'longdesc', 'attributionsrc'],
  image: ['src', 'href', 'srcset'],
  input: ['src', 'formaction'],
  button: ['formaction'],
  video: ['src', 'poster'],
  audio: ['src'],
  bgsound: ['src'],
  object: ['data', 'codebase', 'classid', 'movie', 'archive'],
  embed: ['src', 'code', 'pluginspage'],
  applet: ['code', 'archive', 'codebase'],
  iframe: ['src', 'longdesc'],
  frame: ['src', 'longdesc'],
  fencedframe: ['src', 'config'],
  portal: ['src'],
  webview: ['src'],
  controlledframe: ['src'],
  body: ['background'],
  table: ['background'],
  td: ['background'],
  tr: ['background'],
  menuitem: ['icon'],
  command: ['icon'],
  isindex: ['src', 'action', 'formaction'],
  html: ['manifest'],
  head: ['profile'],
  blockquote: ['cite'],
  ins: ['cite'],
  del: ['cite'],
  q: ['cite'],
  form: ['action'],
  a: ['ping', 'attributionsrc', 'urn'],
  th: ['background'],
  tbody: ['background'],
  thead: ['background'],
  keygen: ['challenge', 'src'],
  marquee: ['src'],
  nextid: ['src'],
  'event-source': ['src'],
  bgimage: ['src'],
  'v:imagedata': ['src'],
  'v:fill': ['src'],
  't:video': ['src'],
  't:img': ['src'],
  span: ['datasrc'],
  style: ['src'],
  div: ['href', 'src', 'background'],
  param: ['value'],
  model: ['src'],
  layer: ['src', 'background'],
  ilayer: ['src', 'background'],
  xml: ['src'],
  import: ['implementation', 'src'],
  script: ['src', 'attributionsrc'],
};

/** Elements of SVG and MathML with an address, plain and in the xlink namespace. */
export const vectors: readonly string[] = [
  ...[
    'image',
    'feImage',
    'use',
    'script',
    'pattern',
    'linearGradient',
    'radialGradient',
    'filter',
    'textPath',
    'mpath',
  ],
  ...['cursor', 'font-face-uri', 'tref', 'animate', 'set', 'altGlyph', 'color-profile', 'a', 'discard'],
  ...['mask', 'clipPath', 'marker', 'symbol', 'view', 'handler', 'listener', 'animation', 'video', 'audio'],
  ...['foreignObject', 'glyphRef', 'font-face-src', 'definition-src', 'hatch', 'mesh', 'meshgradient', 'solidcolor'],
];
/** Presentation attributes of SVG that name something by address. */
export const presented: readonly string[] = [
  ...['fill', 'stroke', 'filter', 'mask', 'clip-path', 'marker-start', 'marker-mid', 'marker-end', 'cursor'],
  ...['color-profile', 'font-family', 'xml:base'],
];
/** Elements of MathML, and the attributes of theirs with an address. */
export const formulas: Readonly<Record<string, readonly string[]>> = {
  math: ['href', 'xlink:href', 'altimg'],
  mi: ['href', 'xlink:href'],
  mtext: ['href'],
  maction: ['href', 'xlink:href'],
  mglyph: ['src'],
  semantics: ['definitionURL'],
  'annotation-xml': ['src', 'href'],
  'ms:mpadded': ['mathbackground'],
};
/** `<meta http-equiv>` that speaks for a header, and what it would say. */
export const equivalents: Readonly<Record<string, (url: string) => string>> = {
  Link: (url) => `<${url}>; rel=stylesheet`,
  'Set-Cookie': (url) => `a=b; domain=${url}`,
  'Content-Security-Policy': (url) => `img-src data:; report-uri ${url}`,
  'Content-Security-Policy-Report-Only': (url) => `img-src 'none'; report-uri ${url}`,
  'Reporting-Endpoints': (url) => `default="${url}"`,
  'Speculation-Rules': (url) => `"${url}"`,
  SourceMap: (url) => url,
  'X-Dns-Prefetch-Control': () => 'on',
  'PICS-Label': (url) => `(PICS-1.1 "${url}")`,
};

/** Properties that take an address. */
export const properties: readonly string[] = [
  ...[
    'background',
    'background-image',
    'list-style',
    'list-style-image',
    'border-image',
    'border-image-source',
    'cursor',
  ],
  ...['content', 'shape-outside', 'mask', 'mask-image', 'mask-border-source', 'filter', 'backdrop-filter', 'clip-path'],
  ...[
    'offset-path',
    'fill',
    'stroke',
    'marker',
    'marker-start',
    'marker-mid',
    'marker-end',
    'behavior',
    '-moz-binding',
  ],
  ...[
    'cue',
    'cue-before',
    'cue-after',
    'play-during',
    'layer-background-image',
    'include-source',
    'zoom',
    '-ms-filter',
  ],
  ...['border-image-outset', 'scrollbar-face-color', 'scroll-marker-group', 'reading-flow', 'animation-timeline'],
  ...['-webkit-mask', '-webkit-mask-image', '-webkit-mask-box-image', '-webkit-border-image', '-webkit-filter', 'src'],
];

/** Ways of writing an address down in a style. */
export const notations: Readonly<Record<string, (url: string) => string>> = {
  quoted: (url) => `url("${url}")`,
  bare: (url) => `url(${url})`,
  escaped: (url) => `\\75\\72\\6c("${url}")`,
  set: (url) => `image-set("${url}" 1x)`,
  prefixedSet: (url) => `-webkit-image-set(url("${url}") 1x)`,
  fade: (url) => `cross-fade(url("${url}"), url("${url}"))`,
  source: (url) => `src("${url}")`,
  image: (url) => `image("${url}")`,
  paint: (url) => `paint(x, url("${url}"))`,
  element: (url) => `-moz-element(url("${url}"))`,
  loader: (url) => `progid:DXImageTransform.Microsoft.AlphaImageLoader(src="${url}")`,
  fallback: (url) => `var(--none, url("${url}"))`,
  chosen: (url) => `if(style(--none): none; else: url("${url}"))`,
  modified: (url) => `url("${url}" crossorigin(anonymous))`,
};
