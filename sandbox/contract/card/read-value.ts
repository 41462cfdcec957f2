import { packagePathFault } from '../manifest/package-path.ts';
import type { CardProperty } from './elements.ts';
import { plainWords } from './words.ts';

const MINOR_UNITS = /^(?:0|[1-9][0-9]{0,11})$/;
const PICTURE = /\.(?:png|jpe?g|webp|gif)$/i;
/** One leading slash and no second, so that it can never name another host. */
const ADDRESS =
  /^\/(?:[A-Za-z0-9._~!$&'()*+,;=:@%-][A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(?:\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?$/;

/** One reader for each kind of property; `undefined` refuses. */
const readers: {
  readonly [K in CardProperty['kind']]: (
    value: unknown,
    property: Extract<CardProperty, { kind: K }>,
  ) => string | number | undefined;
} = {
  words: (value, { most }) => (typeof value === 'string' && value.length <= most ? plainWords(value) : undefined),
  choice: (value, { of }) => (typeof value === 'string' && of.includes(value) ? value : undefined),
  number: (value, { min, max }) => (typeof value === 'number' && value >= min && value <= max ? value + 0 : undefined),
  minor: (value) => (typeof value === 'string' && MINOR_UNITS.test(value) ? value : undefined),
  file: (value) =>
    typeof value === 'string' && PICTURE.test(value) && packagePathFault(value) === undefined ? value : undefined,
  address: (value) =>
    typeof value === 'string' && value.length <= 512 && ADDRESS.test(value) && !/(?:^|\/)\.\.?(?:\/|\?|$)/.test(value)
      ? value
      : undefined,
};

/** The value as it may be given to an element of the bank's; `undefined` for anything its row does not allow. */
export function readValue(value: unknown, property: CardProperty): string | number | undefined {
  return (readers[property.kind] as (value: unknown, property: CardProperty) => string | number | undefined)(
    value,
    property,
  );
}
