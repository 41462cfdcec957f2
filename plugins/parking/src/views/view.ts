import type { ParkingModel } from '../state/model.ts';
import type { ParkingState } from '../state/state.ts';
import type { Locale, Say } from '../words/words.ts';

/** What every view is a function of. */
export interface View {
  readonly state: ParkingState;
  readonly model: ParkingModel;
  readonly say: Say;
  readonly locale: Locale;
  /** Server time, in ms. */
  readonly now: number;
}
