import { type Attack, type AttackGroup, groups } from '../../../sandbox/attacks/attack.ts';
import type { Outcome } from '../../../sandbox/attacks/run.ts';

/** Prints one table a group and the counts, the last line being `N passed, N failed`. Returns how many failed. */
export function report(outcomes: readonly Outcome[], notApplicable: readonly Attack[]): number {
  for (const [group, heading] of Object.entries(groups) as [AttackGroup, string][]) {
    const ran = outcomes.filter(({ attack }) => attack.group === group);
    const left = notApplicable.filter((attack) => attack.group === group);
    if (ran.length + left.length === 0) continue;
    console.log(`\n${heading}`);
    const rows = [...ran.map((outcome) => ({ id: outcome.attack.id, text: rowOf(outcome) }))];
    rows.push(...left.map((attack) => ({ id: attack.id, text: `n/a  ${labelOf(attack)}: ${attack.notApplicable}` })));
    rows.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
    for (const { text } of rows) console.log(`  ${text}`);
  }
  const failed = outcomes.filter(({ fault }) => fault !== undefined).length;
  const passed = outcomes.length - failed;
  console.log(`\n${passed} held, ${failed} did not, ${notApplicable.length} not applicable`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}

const labelOf = ({ id, title }: Attack): string => `${id.padStart(4)}  ${title}`;

function rowOf({ attack, fault, hits, control, ms }: Outcome): string {
  const heard = control === undefined ? '' : ` (control ${control})`;
  const line = `${fault ? 'FAIL' : 'ok  '} ${labelOf(attack)} → ${attack.expected}; ${hits} hits${heard}, ${(ms / 1000).toFixed(1)} s`;
  return fault ? `${line}\n             ${fault}` : line;
}
