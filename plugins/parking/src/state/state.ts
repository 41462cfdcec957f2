import type { CarParksAnswer, HistoryAnswer, PlatesAnswer, StayAnswer } from '../../contract/api.ts';
import type { ProblemKind } from '../services/problem.ts';
import type { Locale, WordKey } from '../words/words.ts';

export type Tab = 'stay' | 'car-parks' | 'history';
export type Sheet = 'none' | 'add-plate' | 'plates';

/** Something loaded from our server: perhaps an old one, perhaps a newer on its way, perhaps a failure to get it. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly loading: boolean;
  readonly problem: ProblemKind | undefined;
}

/** Where a payment stands, as far as this phone knows. Only the server ever says that it is paid. */
export type Paying =
  | { readonly step: 'idle' }
  | { readonly step: 'preparing' }
  /** The order exists but the tap that asked for it is too long ago to open the cashier; one more tap does. */
  | { readonly step: 'ready'; readonly outOrderNo: string; readonly orderToken: string; readonly quoteId: string }
  | { readonly step: 'cashier' }
  | { readonly step: 'confirming'; readonly outOrderNo: string; readonly slow: boolean };

export interface ParkingState {
  /** False until the container has told language and theme, and the saved view is read. */
  readonly started: boolean;
  readonly locale: Locale;
  readonly theme: 'light' | 'dark';
  readonly online: boolean;
  readonly tab: Tab;
  readonly sheet: Sheet;
  readonly plates: Loaded<PlatesAnswer>;
  readonly selected: string | undefined;
  readonly stays: Readonly<Record<string, Loaded<StayAnswer>>>;
  readonly carParks: Loaded<CarParksAnswer>;
  readonly history: Loaded<HistoryAnswer>;
  readonly paying: Paying;
  /** One line about what just happened. */
  readonly notice: WordKey | undefined;
  readonly addingPlate: boolean;
  /** What stands in the way of adding or removing a plate. */
  readonly plateProblem: ProblemKind | undefined;
  /** Server clock minus phone clock, in ms, so that countdowns are right on a phone that is not. */
  readonly clockOffset: number;
}

export const unloaded = { value: undefined, loading: false, problem: undefined } as const;

export const initialState: ParkingState = {
  started: false,
  locale: 'zh',
  theme: 'light',
  online: true,
  tab: 'stay',
  sheet: 'none',
  plates: unloaded,
  selected: undefined,
  stays: {},
  carParks: unloaded,
  history: unloaded,
  paying: { step: 'idle' },
  notice: undefined,
  addingPlate: false,
  plateProblem: undefined,
  clockOffset: 0,
};

export function currentStay(state: ParkingState): Loaded<StayAnswer> {
  return (state.selected === undefined ? undefined : state.stays[state.selected]) ?? unloaded;
}
