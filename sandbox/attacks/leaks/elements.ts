/** Every piece of markup that may load, written out with an address each. */
import { equivalents, formulas, loading, metas, preloads, presented, relations, vectors } from './tables.ts';

const tag = (name: string, attribute: string, value: string): string => `<${name} ${attribute}="${value}"></${name}>`;

export function* elements(at: (how: string) => string): Generator<string> {
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
  for (const [name, attributes] of Object.entries(formulas)) {
    for (const attribute of attributes)
      yield `<math>${tag(name, attribute, at(`${name}-${attribute}`.replaceAll(':', '-')))}</math>`;
  }
  for (const [name, say] of Object.entries(equivalents))
    yield `<meta http-equiv="${name}" content='${say(at(`equiv-${name}`))}'>`;
  for (const attribute of presented) {
    const value = attribute === 'xml:base' ? at('svg-base') : `url(${at(`svg-${attribute}`)}#x)`;
    yield `<svg ${attribute}="${value}"><rect ${attribute}="${value}" width="9" height="9"/><image href="relative"/></svg>`;
  }
  for (const name of vectors) {
    yield `<svg>${tag(name, 'href', at(`svg-${name}`))}${tag(name, 'xlink:href', at(`xlink-${name}`))}</svg>`;
  }
  yield `<svg><style>circle{fill:url(${at('svg-style')}#x)}</style><circle r="9"/></svg>`;
  yield `<img src="data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg"><image href="${at('data-svg')}"/></svg>`)}">`;
  yield `<math><annotation-xml encoding="text/html"><img src="${at('math')}"></annotation-xml></math>`;
  yield `<svg><animate attributeName="href" values="${at('animate-values')}"/><set attributeName="href" to="${at('set-to')}"/></svg>`;
  yield `<svg><image><animate attributeName="href" to="${at('animated-image')}" begin="0s" dur="1s" fill="freeze"/></image></svg>`;
  yield `<object type="text/x-scriptlet" data="${at('scriptlet')}"></object>`;
  for (const name of ['src', 'url', 'filename', 'data', 'background', 'codebase'])
    yield `<object><param name="${name}" value="${at(`param-${name}`)}"></object>`;
  yield `<iframe srcdoc="&lt;frameset&gt;&lt;frame src=${at('frameset')}&gt;&lt;/frameset&gt;"></iframe>`;
  yield `<iframe srcdoc="&lt;html manifest=${at('nested-manifest')}&gt;&lt;base href=${at('nested-base')}/&gt;&lt;img src=relative&gt;"></iframe>`;
  yield `<iframe srcdoc="&lt;meta http-equiv=refresh content='0;url=${at('nested-refresh')}'&gt;"></iframe>`;
  yield `<script type="importmap">{"imports":{"x":"${at('import-map')}"}}</script><script type="text/vbscript" src="${at('vbscript')}"></script>`;
  yield `<xml id="island" src="${at('island')}"></xml><div datasrc="#island"></div>`;
  for (const text of xmlDocuments(at)) {
    yield `<iframe src="${URL.createObjectURL(new Blob([text], { type: 'application/xhtml+xml' }))}"></iframe>`;
    yield `<object type="image/svg+xml" data="data:image/svg+xml,${encodeURIComponent(text)}"></object>`;
  }
}

/** What an XML parser may be made to load: document types, entities, style sheets, inclusions. */
function* xmlDocuments(at: (how: string) => string): Generator<string> {
  const page = '<html xmlns="http://www.w3.org/1999/xhtml"><body>x</body></html>';
  yield `<!DOCTYPE html SYSTEM "${at('doctype')}">${page}`;
  yield `<!DOCTYPE html PUBLIC "x" "${at('doctype-public')}">${page}`;
  yield `<!DOCTYPE html [<!ENTITY x SYSTEM "${at('entity')}">]><html xmlns="http://www.w3.org/1999/xhtml">&x;</html>`;
  yield `<!DOCTYPE html [<!ENTITY % x SYSTEM "${at('parameter-entity')}">%x;]>${page}`;
  yield `<?xml-stylesheet type="text/css" href="${at('xml-style')}"?>${page}`;
  yield `<?xml-stylesheet type="text/xsl" href="${at('xml-xsl')}"?>${page}`;
  yield `<?xml-model href="${at('xml-model')}"?>${page}`;
  yield `<x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="${at('xinclude')}"/></x>`;
  yield `<x xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x ${at('schema')}"/>`;
}
