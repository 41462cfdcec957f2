import { type Plate, parsePlate } from '../../contract/plate.ts';
import { ParkingError } from '../errors.ts';
import type { BindingRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';

export const MOST_PLATES = 5;
/** Anyone can type a plate and would learn where the car stands, so trying out many is made slow. */
const MOST_NEW_A_DAY = 10;
const DAY = 86_400_000;

export interface Plates {
  /** In the order they were bound. */
  of(openid: string): Promise<readonly BindingRecord[]>;
  bind(openid: string, written: string): Promise<void>;
  unbind(openid: string, written: string): Promise<void>;
  /** The plate when this customer has bound it, else ERR_PARKING_PLATE_UNKNOWN. */
  assertBound(openid: string, written: string): Promise<Plate>;
}

export function createPlates(store: Store, now: () => Date): Plates {
  const of = async (openid: string) =>
    [...(await store.bindings(openid))].sort((one, other) => one.boundAt - other.boundAt);

  async function assertBound(openid: string, written: string): Promise<Plate> {
    const { plate } = readPlate(written);
    const found = (await store.bindings(openid)).some((binding) => binding.plate === plate);
    if (!found) throw new ParkingError('ERR_PARKING_PLATE_UNKNOWN');
    return plate;
  }

  return {
    of,
    assertBound,
    bind: (openid, written) =>
      store.inTurn(`bindings/${openid}`, async () => {
        const { plate } = readPlate(written);
        const bound = await store.bindings(openid);
        if (bound.some((binding) => binding.plate === plate)) return;
        if (bound.length >= MOST_PLATES) throw new ParkingError('ERR_PARKING_TOO_MANY_PLATES');
        const today = await store.countBinding(openid, Math.floor(now().getTime() / DAY));
        if (today > MOST_NEW_A_DAY) {
          throw new ParkingError('ERR_PARKING_BUSY', { detail: `At most ${MOST_NEW_A_DAY} new plates a day.` });
        }
        await store.bind(openid, { plate, boundAt: now().getTime() });
      }),
    unbind: (openid, written) =>
      store.inTurn(`bindings/${openid}`, async () => store.unbind(openid, readPlate(written).plate)),
  };
}

function readPlate(written: string) {
  const read = parsePlate(written);
  if (read === undefined) throw new ParkingError('ERR_PARKING_PLATE_INVALID');
  return read;
}
