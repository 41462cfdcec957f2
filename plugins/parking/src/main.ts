import { portico } from '../../kit/sdk/index.ts';
import { createBackend } from './services/backend.ts';
import { createSavedView } from './services/saved-view.ts';
import { ParkingModel } from './state/model.ts';
import './parking-app.ts';

const model = new ParkingModel({
  portico,
  backend: createBackend(portico),
  saved: createSavedView(portico),
  now: () => Date.now(),
  // Outside a browser's activation rules there is no gesture to lose.
  gestureAlive: () => navigator.userActivation?.isActive ?? true,
});
const app = document.querySelector('parking-app');
if (app) app.model = model;
await model.start();
