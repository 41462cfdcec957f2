/** Contrast of every text colour on every ground it is used on, in both themes (WCAG 2.2 SC 1.4.3 and 1.4.11). */
import { assert } from 'chai';

const TEXT = 4.5;
/** Borders of controls and other things that must be seen to be used. */
const SHAPE = 3;

const pairs: readonly (readonly [text: string, ground: string, least: number])[] = [
  ...['--ink', '--ink-2', '--ink-3', '--accent', '--alert'].flatMap((text) =>
    ['--paper', '--surface', '--surface-sunk'].map((ground) => [text, ground, TEXT] as const),
  ),
  ['--on-action', '--action', TEXT],
  ['--on-action', '--action-pressed', TEXT],
  ['--accent', '--accent-tint', TEXT],
  ['--accent', '--segment', TEXT],
  ['--brass', '--brass-tint', TEXT],
  ['--brass', '--surface', TEXT],
  ['--alert', '--alert-tint', TEXT],
  ['--on-facade', '--facade-to', TEXT],
  ['--on-facade-2', '--facade-to', TEXT],
  ['--on-facade-2', '--facade-from', TEXT],
  ['--line-strong', '--surface', SHAPE],
];

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((channel) => {
    const share = Number(channel) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours', () => {
  const probe = document.createElement('i');
  const colourOf = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };

  before(async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await (await fetch(new URL('./tokens.css', import.meta.url))).text());
    document.adoptedStyleSheets = [sheet];
    document.body.append(probe);
  });
  after(() => {
    document.adoptedStyleSheets = [];
    probe.remove();
  });

  for (const theme of ['light', 'dark']) {
    for (const [text, ground, least] of pairs) {
      it(`${text} can be read on ${ground}, ${theme}`, () => {
        document.documentElement.dataset.theme = theme;
        assert.isAtLeast(contrast(colourOf(text), colourOf(ground)), least);
      });
    }
  }
});
