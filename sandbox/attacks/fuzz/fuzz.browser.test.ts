/** The short form of `npm run fuzz` in the browser: real realms and the real loader, another seed each time. */
import { assert } from 'chai';
import { fuzzLoader } from './loader.ts';
import { fuzzRealm } from './realm.ts';
import type { FuzzResult } from './tally.ts';

const seed = Date.now() % 2 ** 31;
const fixture = (path: string): string => `http://a-fixture.localhost:${location.port}/.portico/fixture/${path}`;
const text = async (path: string): Promise<string> => (await fetch(`/.portico/fixture/${path}`)).text();

function assertHeld(target: string, { failure }: FuzzResult): void {
  const replay = `npm run fuzz -- ${target} --seed ${failure?.seed} --path ${failure?.path}`;
  assert.isUndefined(failure, `${failure?.says}\n${replay}\n${failure?.shrunk.slice(0, 4_000)}`);
}

describe('whatever a guest says in a real frame', () => {
  it('does to its realm what the contract says, and nothing else', async () => {
    const page = { frameUrl: fixture('frame.html'), attacker: await text('attacker.js') };
    const result = await fuzzRealm(page, { count: 500, seed });
    assertHeld('realm', result);
    assert.isAbove(result.verdicts['heard to the end'] ?? 0, 0);
  }).timeout(60_000);

  it('and whatever is said to a frame page, nothing runs but what the container handed over', async () => {
    const page = {
      frameUrl: fixture('frame.html'),
      senderUrl: fixture('sender.html'),
      evil: `http://evil.localhost:${location.port}`,
    };
    const result = await fuzzLoader(page, { count: 150, seed });
    assertHeld('loader', result);
    for (const verdict of ['ready', 'started what was filled']) {
      assert.isAbove(result.verdicts[verdict] ?? 0, 0, verdict);
    }
  }).timeout(60_000);
});
