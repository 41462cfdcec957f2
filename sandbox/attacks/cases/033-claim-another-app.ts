import assert from 'node:assert/strict';
import type { Attack } from '../attack.ts';
import { membersOf } from '../outcome.ts';
import { speakRaw } from '../raw-port.ts';

const VICTIM = 'com.cityparking.app';

export const attack: Attack = {
  id: '33',
  group: 'bridge',
  title: 'name another app’s id in messages and arguments',
  expected: 'the port says who calls; an id in a message is refused or without effect',
  async guest({ takePort }) {
    const { ask } = speakRaw(takePort());
    return JSON.parse(
      JSON.stringify({
        plain: await ask({ id: 1, method: 'app.info', args: {} }),
        inArguments: await ask({ id: 2, method: 'app.info', args: { appId: VICTIM } }),
        inStorage: await ask({ id: 3, method: 'storage.set', args: { key: 'k', value: 'v', appId: VICTIM } }),
        inMessage: await ask({ id: 4, method: 'app.info', args: {}, appId: VICTIM }),
      }),
    );
  },
  judge({ report, appId }) {
    const { plain, inArguments, inStorage, inMessage } = membersOf(report);
    assert.equal(membersOf(plain).appId, appId);
    assert.equal(inArguments, 'ERR_BRIDGE_BAD_ARGUMENTS');
    assert.equal(inStorage, 'ERR_BRIDGE_BAD_ARGUMENTS');
    assert.doesNotMatch(JSON.stringify(inMessage), new RegExp(VICTIM));
  },
};
