/** The short form of `npm run fuzz` that runs with every test run: another seed each time, printed when it matters. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fuzzBridge } from './bridge.ts';
import { fuzzHandshakes } from './handshakes.ts';
import { search } from './search.ts';
import type { FuzzResult, Tally } from './tally.ts';

const seed = Date.now() % 2 ** 31;

function assertHeld(target: string, { failure }: FuzzResult): void {
  if (failure === undefined) return;
  const { seed: from, path, says, shrunk } = failure;
  assert.fail(`${says}\nnpm run fuzz -- ${target} --seed ${from} --path ${path}\n${shrunk.slice(0, 4_000)}`);
}

describe('whatever a guest says', () => {
  it('does to the host what the contract says, and nothing else', async () => {
    const result = await fuzzBridge({ count: 5_000, seed });
    assertHeld('bridge', result);
    // A fuzzer that tries nothing finds nothing.
    for (const verdict of ['result', 'ERR_BRIDGE_BAD_ARGUMENTS', 'ERR_BRIDGE_BUSY', 'closed: ERR_BRIDGE_BAD_MESSAGE']) {
      assert.ok((result.verdicts[verdict] ?? 0) > 0, `${verdict} never came: ${JSON.stringify(result.verdicts)}`);
    }
  });

  it('is read by the handshakes as what it is', async () => {
    const result = await fuzzHandshakes({ count: 5_000, seed });
    assertHeld('handshakes', result);
    assert.ok((result.verdicts.accepted ?? 0) > 0 && (result.verdicts.refused ?? 0) > 0);
  });
});

describe('a run that failed', () => {
  it('fails again from its seed and path alone, with the same smallest case', async () => {
    const breaksOnSeven = async (list: readonly number[], tally: Tally): Promise<void> => {
      tally.told('list');
      if (list.includes(7)) throw new RangeError('seven');
    };
    const cases = fc.array(fc.nat(20), { maxLength: 6 });
    const { failure } = await search(cases, breaksOnSeven, { count: 10_000, seed: 1 });
    assert.equal(failure?.shrunk, '[7]');
    const again = await search(cases, breaksOnSeven, { count: 1, seed: failure.seed, path: failure.path });
    assert.equal(again.failure?.shrunk, '[7]');
  });
});
