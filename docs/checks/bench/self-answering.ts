/**
 * What goes around the parking app's own code so that it draws the same screen wherever it runs: the container and the
 * back end it asks are in its own script. Bundled into the app of the memory bench, for both sides of it alike.
 */
import { portico } from '../../../plugins/kit/sdk/index.ts';
import type { PlatesAnswer, StayAnswer } from '../../../plugins/parking/contract/api.ts';
import { createBackend } from '../../../plugins/parking/src/services/backend.ts';
import { createSavedView } from '../../../plugins/parking/src/services/saved-view.ts';
import { ParkingModel } from '../../../plugins/parking/src/state/model.ts';

const PLATE = '沪A12345';
const ENTERED = Date.UTC(2026, 0, 5, 1);
const NOW = ENTERED + 95 * 60_000;
const rate = { unitMinutes: 30, unitFen: 800, capFen: null };

const plates: PlatesAnswer = { plates: [{ plate: PLATE, kind: 'ordinary', boundAt: ENTERED }], most: 5 };
const stay: StayAnswer = {
  plate: PLATE,
  at: NOW,
  stay: {
    stayId: 'S1',
    carPark: {
      id: 'p1',
      name: { zh: '人民广场停车场', en: 'People’s Square' },
      address: { zh: '西藏中路 268 号', en: '268 Xizang Road' },
    },
    enteredAt: ENTERED,
    tariff: { freeMinutes: 15, dayStartsAt: 480, nightStartsAt: 1200, day: rate, night: rate, dailyCapFen: 8_000 },
  },
  quote: {
    quoteId: 'Q1',
    at: NOW,
    heldUntil: NOW + 300_000,
    totalFen: 3_200,
    paidFen: 0,
    dueFen: 3_200,
    lines: [
      { kind: 'free', from: ENTERED, until: ENTERED + 15 * 60_000, units: 1, amountFen: 0 },
      { kind: 'day', from: ENTERED + 15 * 60_000, until: NOW, units: 4, amountFen: 3_200 },
    ],
    next: null,
  },
  leave: null,
  pending: null,
};

export function startAlone(app: { model?: ParkingModel }): Promise<void> {
  const answer = (path: string): unknown => (path.endsWith('/stay') ? stay : plates);
  app.model = new ParkingModel({
    // Its events are the container's, where there is one.
    portico: {
      on: portico.on,
      payment: portico.payment,
      app: {
        info: async () => ({ appId: 'bench', name: '停车', version: '1.0.0', locale: 'zh-Hans', theme: 'light' }),
        launchOptions: async () => ({ path: '/', query: {} }),
        close: async () => null,
        setTitle: async () => null,
      },
    },
    backend: createBackend({
      identity: portico.identity,
      net: {
        ...portico.net,
        request: async ({ path }) => ({ status: 200, headers: {}, body: JSON.stringify(answer(path)) }),
      },
    }),
    saved: createSavedView({
      storage: { ...portico.storage, get: async () => ({ value: null }), set: async () => null },
    }),
    now: () => NOW,
    gestureAlive: () => true,
  });
  return app.model.start();
}
