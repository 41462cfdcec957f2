/**
 * Number plates of mainland China as GA 36-2018 forms them: province, issuing office, then five characters
 * (ordinary, the last of which may name a special use) or six (new energy). The letters I and O are never issued.
 */
declare const brand: unique symbol;
export type Plate = string & { readonly [brand]: 'Plate' };
export type PlateKind = 'ordinary' | 'new-energy';

export const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
/** Last characters of ordinary plates: trailer, driving school, police, Hong Kong, Macau, consulate. */
export const SPECIAL_USES = '挂学警港澳领';
const LETTERS = 'A-HJ-NP-Z';

/** Cars carry the energy letter first (A–E battery, F–K hybrid), large vehicles last. */
const NEW_ENERGY = new RegExp(`^[${PROVINCES}][${LETTERS}](?:[A-HJK][${LETTERS}0-9][0-9]{4}|[0-9]{5}[A-HJK])$`);
const ORDINARY = new RegExp(`^[${PROVINCES}][${LETTERS}](?=.*[0-9])[${LETTERS}0-9]{4}[${LETTERS}0-9${SPECIAL_USES}]$`);

export const ORDINARY_LENGTH = 7;
export const NEW_ENERGY_LENGTH = 8;

/** Upper case, without the dot and spaces people write; full-width letters become ordinary ones. */
export function normalizePlate(written: string): string {
  return written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·•・.-]/g, '');
}

/** `undefined` for anything that is not a plate. */
export function parsePlate(written: unknown): { readonly plate: Plate; readonly kind: PlateKind } | undefined {
  if (typeof written !== 'string' || written.length > 32) return undefined;
  const plate = normalizePlate(written);
  if (ORDINARY.test(plate)) return { plate: plate as Plate, kind: 'ordinary' };
  if (NEW_ENERGY.test(plate)) return { plate: plate as Plate, kind: 'new-energy' };
  return undefined;
}

export type PlateFault = 'province' | 'office' | 'letters' | 'short' | 'long' | 'energy';

/** Why a normalised text is no plate, so that the keyboard can say it; `undefined` when it is one. */
export function plateFault(text: string): PlateFault | undefined {
  if (parsePlate(text)) return undefined;
  if (!PROVINCES.includes(text.charAt(0)) || text === '') return 'province';
  if (text.length > 1 && !new RegExp(`[${LETTERS}]`).test(text.charAt(1))) return 'office';
  if (/[IO]/.test(text)) return 'letters';
  if (text.length < ORDINARY_LENGTH) return 'short';
  if (text.length > NEW_ENERGY_LENGTH) return 'long';
  return text.length === NEW_ENERGY_LENGTH ? 'energy' : 'letters';
}

/** As it stands on the car: `沪A·12345`. */
export function formatPlate(plate: string): string {
  return plate.length > 2 ? `${plate.slice(0, 2)}·${plate.slice(2)}` : plate;
}

/** For logs: a plate is personal data, so only the office and the last character remain. */
export function maskPlate(plate: string): string {
  return `${plate.slice(0, 2)}****${plate.slice(-1)}`;
}
