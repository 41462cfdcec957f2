import type { Plate } from '../../contract/plate.ts';
import type { StayRecord } from '../store/records.ts';

/** The barriers of the car parks: cameras that read plates, and counters of free spaces. */
export interface Gate {
  /** The car's stay when it is inside one of the car parks now. */
  currentStay(plate: Plate): Promise<StayRecord | undefined>;
  freeSpaces(carParkId: string): number;
}
