import { PorticoError } from '../contract/index.ts';
import { askOwnPage } from './ask-own-page.ts';

/** A response that never came is as good as none; the caller tries again before the next opening. */
const PATIENCE_MS = 8_000;

/**
 * Wipes the storage of an `origin` app through its clearing page, out of sight. Nothing of the app may be open meanwhile.
 * @param clearUrl `/.portico/<digest>/clear.html` on the app's own host
 * @throws PorticoError ERR_REALM_NOT_CLEARED when the page did not come
 */
export async function clearOrigin(mount: HTMLElement, clearUrl: string): Promise<void> {
  const state = await askOwnPage(mount, clearUrl, PATIENCE_MS);
  if (state !== 'cleared') throw new PorticoError('ERR_REALM_NOT_CLEARED');
}
