/** What the fuzzer found, kept as the smallest case each: every one of these failed once. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { capabilityNames } from '../../contract/capabilities/index.ts';
import { methods, quotas } from '../../contract/index.ts';
import { holdBridge } from './bridge.ts';
import type { Conversation, Step } from './conversation.ts';
import { type Recipe, recipeOf } from './recipe.ts';

const after = (steps: readonly Step[]): Conversation => ({
  limits: 'usual',
  level: 'sealed',
  declared: [...capabilityNames],
  handlers: ['now'],
  consents: ['yes'],
  steps,
});
const tell = (tell: Recipe): Step => ({ kind: 'found', tell });
const fields = (...members: readonly (readonly [string, Recipe])[]): Recipe => ({ members });
const call = (args: Recipe, more: readonly (readonly [string, Recipe])[] = []): Step =>
  tell(fields(['type', 'call'], ['id', 1], ['method', 'app.info'], ['args', args], ...more));

const found: Readonly<Record<string, { readonly steps: readonly Step[]; readonly comesTo: string }>> = {
  'an argument that throws when it is read': {
    steps: [call(fields(['a', { strange: 'a proxy that throws' }]))],
    comesTo: 'ERR_BRIDGE_BAD_ARGUMENTS',
  },
  'a message that throws when it is read': {
    steps: [tell({ strange: 'a revoked proxy' })],
    comesTo: 'closed: ERR_BRIDGE_BAD_MESSAGE',
  },
  'a batch whose list throws when it is looked at': {
    steps: [tell(fields(['type', 'batch'], ['messages', { strange: 'a revoked proxy' }]))],
    comesTo: 'closed: ERR_BRIDGE_BAD_MESSAGE',
  },
  'an event larger than a message may be': {
    steps: [tell(fields(['type', 'event'], ['name', 'x'], ['payload', { strange: 'a long text', n: 1_048_577 }]))],
    comesTo: 'closed: ERR_BRIDGE_TOO_LARGE',
  },
  'an event that carries what is no JSON': {
    steps: [tell(fields(['type', 'event'], ['name', 'ready'], ['payload', { strange: 'Map' }]))],
    comesTo: 'closed: ERR_BRIDGE_BAD_MESSAGE',
  },
  'an unknown field in the place of the arguments': {
    steps: [tell(recipeOf({ type: 'call', id: 1, method: 'app.info', appId: 'com.example.other' }))],
    comesTo: 'closed: ERR_BRIDGE_BAD_MESSAGE',
  },
  'an unknown field in the place of the payload': {
    steps: [tell(recipeOf({ type: 'event', name: 'ready', more: null }))],
    comesTo: 'closed: ERR_BRIDGE_BAD_MESSAGE',
  },
  'one call that waits for its tap more than may be in flight, in one batch': {
    steps: [
      tell(
        recipeOf({
          type: 'batch',
          messages: Array.from({ length: quotas.callsInFlight + 1 }, (_, at) => {
            const { args } = methods['media.preview'].example;
            return { type: 'call', id: at + 1, method: 'media.preview', args };
          }),
        }),
      ),
    ],
    comesTo: 'ERR_BRIDGE_BUSY',
  },
};

describe('what the fuzzer found', () => {
  for (const [what, { steps, comesTo }] of Object.entries(found)) {
    it(`stays mended: ${what}`, async () => {
      const { verdicts } = await holdBridge(after(steps));
      assert.equal(verdicts[comesTo], 1, JSON.stringify(verdicts));
    });
  }

  it('stays mended: a deadline longer than any timer', async () => {
    const longest = recipeOf({ scopes: ['phone'] });
    const asks = tell(
      fields(['type', 'call'], ['id', 1], ['method', 'identity.profile'], ['args', longest], ['deadline', 2 ** 40]),
    );
    await holdBridge({ ...after([asks, { waitMs: 60_001 }]), handlers: ['later'] });
  });
});
