import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

const shapes = {
  parking: svg`<rect x="3.5" y="3.5" width="17" height="17" rx="5"/><path d="M9.5 17V7.5h3.4a2.9 2.9 0 0 1 0 5.8H9.5"/>`,
  map: svg`<path d="M12 21s7-5.6 7-11.2A7 7 0 0 0 5 9.8C5 15.4 12 21 12 21Z"/><circle cx="12" cy="9.8" r="2.6"/>`,
  history: svg`<path d="M6 3.5h12v17l-2.4-1.6-1.8 1.6-1.8-1.6-1.8 1.6-1.8-1.6L6 20.5Z"/><path d="M9 8.5h6M9 12.5h6"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  refresh: svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9"/><path d="M19.5 4.5V9H15"/>`,
  cloudOff: svg`<path d="m4 4 16 16M9.3 6.3A5.6 5.6 0 0 1 17.4 10 4.3 4.3 0 0 1 20 17M16.5 18.5h-9A4.3 4.3 0 0 1 6.7 9.97"/>`,
  check: svg`<path d="m5 12.5 4.6 4.600L19.5 7.2"/>`,
  backspace: svg`<path d="M9 5.500h11v13H9L3.5 12Z"/><path d="m12 9.5 5 5M17 9.500l-5 5"/>`,
  trash: svg`<path d="M4.5 7h15M9.5 7V4.500h5V7M6.5 7l1 12.500h9L17.5 7"/>`,
  settings: svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`,
  info: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 8h.01"/>`,
  car: svg`<path d="M4 16.500v-4l2-5.500h12l2 5.500v4ZM4 12.500h16M6 16.500V19M18 16.500V19M7.5 14.500h.01M16.5 14.500h.01"/>`,
} as const satisfies Record<string, SVGTemplateResult>;
export type IconName = keyof typeof shapes;

/** Decorative: a screen reader reads the words beside it. */
export function icon(name: IconName, size = 1.5): TemplateResult {
  return html`<svg
    viewBox="0 0 24 24"
    width="${size}rem"
    height="${size}rem"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    >${shapes[name]}</svg
  >`;
}
