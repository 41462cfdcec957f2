import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { membersOf } from '../outcome.ts';
import { speakRaw } from '../raw-port.ts';

const VICTIM = 'com.cityparking.app';

export const attack: Attack = {
  id: '33',
  group: 'bridge',
  title: 'name another app’s id in messages and arguments',
  expected: 'the port says who calls; in the arguments an id is refused, beside them it ends the session',
  async guest({ takePort }) {
    const port = takePort();
    const { ask } = speakRaw(port);
    const report = {
      plain: await ask({ id: 1, method: 'app.info', args: {} }),
      inArguments: await ask({ id: 2, method: 'app.info', args: { appId: VICTIM } }),
      inStorage: await ask({ id: 3, method: 'storage.set', args: { key: 'k', value: 'v', appId: VICTIM } }),
    };
    // Beside the arguments it is no message of the bridge at all, which ends the session: so, after the report.
    setTimeout(() => port.postMessage({ type: 'call', id: 4, method: 'app.info', args: {}, appId: VICTIM }), 100);
    return JSON.parse(JSON.stringify(report));
  },
  async judge({ report, appId, page }) {
    const { plain, inArguments, inStorage } = membersOf(report);
    same(membersOf(plain).appId, appId);
    same(inArguments, 'ERR_BRIDGE_BAD_ARGUMENTS');
    same(inStorage, 'ERR_BRIDGE_BAD_ARGUMENTS');
    await page.locator('fault-page').waitFor({ timeout: 5000 });
  },
};
