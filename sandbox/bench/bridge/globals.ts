/** What the bench's page and its guests leave on their global objects for the runner outside. */
import type { BridgeDriver } from './driver.ts';

declare global {
  var bridgeDriver: BridgeDriver | undefined;
  interface Window {
    openContender(name: string, frameUrl: string, script: string): void;
  }
}
