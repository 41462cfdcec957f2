import { type Attack, type AttackGroup, groups } from '../../../sandbox/attacks/attack.ts';
import { attacks } from '../../../sandbox/attacks/cases/index.ts';
import { page, table } from './markdown.ts';

/** What must come of it from a site on an origin of its own, with the reason where that differs. */
function atOrigin({ atOrigin: there, only, group }: Attack): string {
  if (group === 'card') return 'does not apply: cards belong to sealed apps';
  if (only === 'sealed') return 'does not apply';
  if (!there) return 'the same';
  return there.expected === undefined ? `does not apply: ${there.because}` : `${there.expected} (${there.because})`;
}

export function attacksPage(): string {
  const tables = (Object.entries(groups) as [AttackGroup, string][]).map(([group, heading]) => {
    const rows = attacks
      .filter((attack) => attack.group === group)
      .map((attack) => [
        attack.id,
        attack.title,
        attack.only === 'origin'
          ? 'does not apply: it has no origin of its own'
          : (attack.notApplicable ?? attack.expected),
        attack.only === 'origin' ? attack.expected : atOrigin(attack),
        attack.heardOnAnOrdinaryPage ? 'yes' : '',
      ]);
    return `## ${heading}\n\n${table(['case', 'attack', 'from a sealed app', 'from a site on its own origin', 'control'], rows)}`;
  });
  return page(
    'Attacks',
    'What hostile apps try in `sandbox/attacks/cases`, and what must come of it. Each runs in a real browser against the whole product; a server listens all the while and must hear nothing. Where there is a control, the same code on an ordinary page reaches that server, which proves that it would hear. `npm run attacks` runs them all, `npm run attacks -- --level origin` those from sites on origins of their own, `npm run attacks -- 17 21` some; `npm test` runs a short form.',
    ...tables,
  );
}
