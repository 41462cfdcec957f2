import { createHash } from 'node:crypto';
import type { Plate } from '../../contract/plate.ts';
import { type CarPark, carParks } from '../car-parks/car-parks.ts';
import type { StayRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { feeFor } from '../tariff/fee.ts';
import type { Gate } from './gate.ts';

const MINUTE = 60_000;

/**
 * Stands in for barriers where none are connected. The first time a plate is asked for, its car is found to have
 * driven in a while ago, so that a fee is due. The car leaves a few minutes after it was paid for, and comes back
 * after some hours. What it makes up is stored like a real stay and treated like one from then on.
 */
export function createGateSimulator(parts: {
  readonly store: Store;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly leavesAfterMinutes?: number;
  readonly returnsAfterMinutes?: number;
}): Gate {
  const { store, now, newId, leavesAfterMinutes = 12, returnsAfterMinutes = 180 } = parts;

  async function driveIn(plate: Plate, notBefore: number): Promise<StayRecord> {
    const carPark = carParkOf(plate);
    const enteredAt = Math.max(notBefore, arrivalWithFee(carPark, plate, now().getTime()));
    const stay: StayRecord = { stayId: newId(), plate, carParkId: carPark.id, enteredAt, leftAt: null };
    await store.putStay(stay);
    return stay;
  }

  async function driveOut(stay: StayRecord): Promise<StayRecord> {
    const payments = await store.paymentsOfStay(stay.stayId);
    const paidAt = Math.max(...payments.map((payment) => payment.paidAt ?? 0), 0);
    const leftAt = paidAt + leavesAfterMinutes * MINUTE;
    if (paidAt === 0 || leftAt > now().getTime()) return stay;
    const gone: StayRecord = { ...stay, leftAt };
    await store.putStay(gone);
    return gone;
  }

  return {
    currentStay: (plate) =>
      store.inTurn(`gate/${plate}`, async () => {
        const latest = await store.latestStay(plate);
        if (latest === undefined) return driveIn(plate, 0);
        const stay = latest.leftAt === null ? await driveOut(latest) : latest;
        if (stay.leftAt === null) return stay;
        const back = stay.leftAt + returnsAfterMinutes * MINUTE;
        return back > now().getTime() ? undefined : driveIn(plate, stay.leftAt + MINUTE);
      }),
    freeSpaces: (carParkId) => {
      const carPark = carParks.find(({ id }) => id === carParkId);
      return carPark === undefined ? 0 : freeSpacesAt(carPark, now().getTime());
    },
  };
}

/** A number from 0 to 1 that is always the same for the same words. */
function steady(...words: readonly (string | number)[]): number {
  return createHash('sha256').update(words.join('/')).digest().readUInt32BE(0) / 0xffffffff;
}

function carParkOf(plate: Plate): CarPark {
  return carParks[Math.floor(steady('car park', plate) * carParks.length)] ?? carParks[0];
}

/** One and a half to four hours ago; earlier where that would still be free, such as late at night. */
function arrivalWithFee(carPark: CarPark, plate: Plate, now: number): number {
  let minutes = 90 + Math.floor(steady('arrival', plate) * 150);
  while (feeFor(carPark.tariff, now - minutes * MINUTE, now).totalFen === 0) minutes += 30;
  return now - minutes * MINUTE;
}

/** Fullest at two in the afternoon, emptiest at two at night, with a little unrest every ten minutes. */
function freeSpacesAt(carPark: CarPark, now: number): number {
  const hour = ((now / 3_600_000 + 8) % 24) - 14;
  const tide = (Math.cos((hour / 24) * 2 * Math.PI) + 1) / 2;
  const unrest = steady(carPark.id, Math.floor(now / (10 * MINUTE))) * 0.08;
  const busy = 0.35 + 0.55 * tide + unrest;
  return Math.max(0, Math.round(carPark.spaces * (1 - busy)));
}
