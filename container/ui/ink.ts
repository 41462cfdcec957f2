/** Ink that can be read on a colour somebody else chose: whichever of the two differs more from it (WCAG 2.2, 1.4.3). */
export const INKS = { dark: '#10201b', light: '#ffffff' } as const;

const channel = (value: number): number => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** @param colour `#rrggbb` */
export function luminance(colour: string): number {
  const part = (at: number): number => channel(Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

export const inkOn = (colour: string): string =>
  contrast(colour, INKS.dark) >= contrast(colour, INKS.light) ? INKS.dark : INKS.light;
