/** One line-drawn icon of the container's own set: 24 × 24, stroke 1.6, in the colour of the text beside it. */
import { css, html, LitElement, type SVGTemplateResult, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';

const drawings = {
  back: svg`<path d="M14.5 5 8 12l6.5 7"/>`,
  next: svg`<path d="m9.5 6 6 6-6 6"/>`,
  down: svg`<path d="m7 10 5 5 5-5"/>`,
  close: svg`<path d="m7 7 10 10M17 7 7 17"/>`,
  more: svg`<g fill="currentColor" stroke="none"><circle cx="5.5" cy="12" r="1.7"/><circle cx="12" cy="12" r="1.7"/><circle cx="18.5" cy="12" r="1.7"/></g>`,
  home: svg`<path d="M4.5 20v-8.5a7.5 7.5 0 0 1 15 0V20"/><path d="M9.5 20v-6.5a2.5 2.5 0 0 1 5 0V20M3 20h18"/>`,
  orders: svg`<path d="M6 3.8h12v16.6l-2.4-1.6-2.4 1.6-2.4-1.6-2.4 1.6L6 18.8z"/><path d="M9.2 8.5h5.6M9.2 12.3h5.6"/>`,
  person: svg`<circle cx="12" cy="8.2" r="3.7"/><path d="M4.8 20c.5-4 3.4-6 7.2-6s6.7 2 7.2 6"/>`,
  search: svg`<circle cx="10.8" cy="10.8" r="6"/><path d="m15.3 15.3 4.7 4.7"/>`,
  place: svg`<path d="M12 20.800s6.5-5.6 6.5-10.800a6.5 6.5 0 0 0-13 0c0 5.2 6.5 10.8 6.5 10.800z"/><circle cx="12" cy="10" r="2.3"/>`,
  verified: svg`<path d="m12 3 2.3 1.7 2.9 0 .9 2.7 2.3 1.7-.9 2.8.9 2.7-2.3 1.7-.9 2.7-2.9 0L12 20.800l-2.3-1.8-2.9 0-.9-2.7-2.3-1.7.9-2.7-.9-2.8 2.3-1.7.9-2.7 2.9 0z"/><path d="m8.8 12.1 2.3 2.3 4.3-4.5"/>`,
  passkey: svg`<circle cx="9" cy="8" r="3.6"/><path d="M3 19.500c.3-3.8 2.7-5.7 6-5.7 1.3 0 2.5.3 3.5.9"/><circle cx="17.3" cy="12.6" r="2.5"/><path d="M17.3 15.100v6l1.9-1.6-1.3-1.2 1.3-1.2"/>`,
  shield: svg`<path d="M12 3.2 5 5.800v5.400c0 4.6 2.9 7.8 7 9.6 4.1-1.8 7-5 7-9.600V5.800z"/><path d="m9 11.8 2.2 2.2 4-4.2"/>`,
  offline: svg`<path d="M7.2 18.500h9.600a3.9 3.9 0 0 0 .9-7.7 5.8 5.8 0 0 0-9.1-3.400M6.6 10.400a4.1 4.1 0 0 0 .6 8.100M4 4l16 16"/>`,
  alert: svg`<path d="M12 4.2 3.4 19h17.200z"/><path d="M12 10v4.2"/><circle cx="12" cy="16.7" r=".4"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.2"/><path d="M12 7.500V12l3 2"/>`,
  check: svg`<path d="m5.5 12.5 4.3 4.300L18.5 8"/>`,
  again: svg`<path d="M19 12a7 7 0 1 1-2.1-5"/><path d="M17.2 3.500V7.300h-3.8"/>`,
  card: svg`<rect x="3.5" y="5.5" width="17" height="13" rx="2.2"/><path d="M3.5 10h17M7 15h3.5"/>`,
  language: svg`<circle cx="12" cy="12" r="8.2"/><path d="M3.8 12h16.400M12 3.800c2.5 2.3 3.6 5 3.6 8.200s-1.1 5.9-3.6 8.200c-2.5-2.3-3.6-5-3.6-8.200S9.5 6.1 12 3.800z"/>`,
  theme: svg`<circle cx="12" cy="12" r="8.2"/><path d="M12 3.800a8.2 8.2 0 0 1 0 16.400z" fill="currentColor" stroke="none"/>`,
  text: svg`<path d="M3.5 18 8 6.5 12.5 18M5 14.300h6M14 18l3-7.5 3 7.500M15 15.500h4"/>`,
  leave: svg`<path d="M10.5 4.500h-5v15h5M9.5 12h10.500M16.5 8.3 20.2 12l-3.7 3.7"/>`,
  lock: svg`<rect x="5.5" y="10.5" width="13" height="9.5" rx="2.2"/><path d="M8.3 10.500V8a3.7 3.7 0 0 1 7.4 0v2.5"/>`,
  stop: svg`<circle cx="12" cy="12" r="8.2"/><path d="m6.3 6.3 11.4 11.4"/>`,
  grid: svg`<rect x="4.5" y="4.5" width="6" height="6" rx="1.6"/><rect x="13.5" y="4.5" width="6" height="6" rx="1.6"/><rect x="4.5" y="13.5" width="6" height="6" rx="1.6"/><rect x="13.5" y="13.5" width="6" height="6" rx="1.6"/>`,
  info: svg`<circle cx="12" cy="12" r="8.2"/><path d="M12 11v5"/><circle cx="12" cy="8" r=".4"/>`,
  phone: svg`<path d="M7.2 4.2h2.400l1.500 4-1.900 1.400a11 11 0 0 0 5.200 5.200l1.400-1.900 4 1.500v2.400a2.200 2.200 0 0 1-2.400 2.200A15.600 15.600 0 0 1 5 6.600a2.200 2.200 0 0 1 2.200-2.400z"/>`,
  camera: svg`<path d="M4 8.500h3.400L9 6h6l1.600 2.500H20v10.500H4z"/><circle cx="12" cy="13.300" r="3.300"/>`,
  picture: svg`<rect x="4" y="5" width="16" height="14" rx="2.200"/><circle cx="9" cy="10" r="1.500"/><path d="m5 17 4.500-4 3 2.500 3-3L20 16"/>`,
  scan: svg`<path d="M4.500 8.500v-4h4M15.500 4.500h4v4M19.500 15.500v4h-4M8.500 19.500h-4v-4M4.500 12h15"/>`,
  link: svg`<path d="M10 14a3.500 3.500 0 0 0 5 0l3-3a3.500 3.500 0 0 0-5-5l-1 1M14 10a3.500 3.500 0 0 0-5 0l-3 3a3.500 3.500 0 0 0 5 5l1-1"/>`,
  share: svg`<path d="M12 14.500v-10M8.300 8 12 4.300 15.700 8M6 11.500v8h12v-8"/>`,
  message: svg`<path d="M4.500 5.500h15v10.500H12l-4 3.500V16H4.500z"/><path d="M8 10.500h8"/>`,
  layers: svg`<rect x="4.500" y="9" width="11" height="11" rx="2.200"/><path d="M8.500 6.200V6a2 2 0 0 1 2-2H18a2 2 0 0 1 2 2v7.500a2 2 0 0 1-2 2h-.200"/>`,
  torch: svg`<path d="M8 3.500h8v3.500l-2 3v10.500h-4V10L8 7zM12 12.500v2"/>`,
} as const satisfies Readonly<Record<string, SVGTemplateResult>>;

export type IconName = keyof typeof drawings;

@customElement('portico-icon')
export class PorticoIcon extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      width: 1.5rem;
      height: 1.5rem;
      flex: none;
    }
    svg {
      width: 100%;
      height: 100%;
    }
  `;

  @property() name: IconName = 'info';

  protected override render() {
    return html`<svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      ${drawings[this.name]}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-icon': PorticoIcon;
  }
}
