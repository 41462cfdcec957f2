/** One chunk: what this device keeps of apps, for the player and for the settings. */
export { createActivityLog } from '../services/activity-log.ts';
export { createAppStorage } from '../services/app-storage.ts';
export { createGrantStore } from '../services/grant-store.ts';
export { createGrants } from '../state/grants.ts';
