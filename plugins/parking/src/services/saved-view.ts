import type { FromSchema } from 'json-schema-to-ts';
import type { Portico } from '../../../kit/sdk/index.ts';
import { carParksAnswer, historyAnswer, platesAnswer, stayAnswer } from '../../contract/api.ts';
import { guard } from './check.ts';

const KEY = 'last-view';
const nothing = { type: 'null' } as const;
const savedSchema = {
  type: 'object',
  properties: {
    savedAt: { type: 'integer', minimum: 0 },
    plates: platesAnswer,
    selected: { anyOf: [{ type: 'string', maxLength: 16 }, nothing] },
    stays: { type: 'array', items: stayAnswer },
    carParks: { anyOf: [carParksAnswer, nothing] },
    history: { anyOf: [historyAnswer, nothing] },
    /** A payment whose result was not known when the app was left. */
    confirming: { anyOf: [{ type: 'string', maxLength: 64 }, nothing] },
  },
  required: ['savedAt', 'plates', 'selected', 'stays', 'carParks', 'history', 'confirming'],
  additionalProperties: false,
} as const;
/** What was last on screen, kept in the container for this app and customer so that it opens without a network. */
export type SavedView = FromSchema<typeof savedSchema>;

const isSavedView = guard<SavedView>(savedSchema);

export interface SavedViewStore {
  read(): Promise<SavedView | undefined>;
  write(view: SavedView): Promise<void>;
}

export function createSavedView(portico: Pick<Portico, 'storage'>): SavedViewStore {
  return {
    read: () => readSavedView(portico.storage),
    write: async (view) => {
      await portico.storage.set({ key: KEY, value: view });
    },
  };
}

/** The home-page card reads it as well, and may do no more. */
export async function readSavedView(storage: Pick<Portico['storage'], 'get'>): Promise<SavedView | undefined> {
  const { value } = await storage.get({ key: KEY });
  // A view that an older version saved in another form is not worth a migration: it is made anew.
  return isSavedView(value) ? value : undefined;
}
