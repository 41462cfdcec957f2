/** Every style that may load, written out with an address each. */
import { notations, properties } from './tables.ts';

export function* styles(at: (how: string) => string): Generator<string> {
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
  yield `@document url(${at('document')}){html{background:url(${at('document-rule')})}}@-moz-document url-prefix(){html{background:url(${at('moz-document')})}}`;
  yield `@color-profile --p{src:url(${at('profile')})}@font-palette-values --p{font-family:leak;src:url(${at('palette')})}`;
  yield `@font-face{font-family:local;src:local("none"),url(${at('font-local')}) tech(color-COLRv1)}p{font-family:local}`;
  yield `@layer leak{html{background:url(${at('layer')})}}@scope (html){p{background:url(${at('scope')})}}`;
  yield `@supports (display:block){p{list-style:url(${at('supports')})}}@container (min-width:0){p{background:url(${at('container')})}}`;
  yield `@starting-style{p{background:url(${at('starting')})}}@keyframes leak{to{background:url(${at('keyframes')})}}p{animation:leak 1ms}`;
  yield `p{&::first-letter{background:url(${at('nested')})}}::selection{background:url(${at('selection')})}`;
  yield `input::placeholder{background:url(${at('placeholder')})}::backdrop{background:url(${at('backdrop')})}`;
  yield `::file-selector-button{background:url(${at('file-button')})}::-webkit-scrollbar{background:url(${at('scrollbar')})}`;
  yield `@function --leak(){result:url(${at('function')})}p{background:--leak()}`;
  yield `@charset "${at('charset')}";@view-transition{navigation:auto}@custom-media --x url(${at('custom-media')});`;
}
