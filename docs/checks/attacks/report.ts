import { type Attack, type AttackGroup, groups, type Level, levels } from '../../../sandbox/attacks/attack.ts';
import { expectedAt, type Outcome } from '../../../sandbox/attacks/run.ts';

/** An attack that cannot be run at a level, and why. */
export interface LeftOut {
  readonly attack: Attack;
  readonly level: Level;
  readonly because: string;
}

/** Prints one table a level and group and the counts, the last line being `N passed, N failed`. Returns how many failed. */
export function report(outcomes: readonly Outcome[], leftOut: readonly LeftOut[]): number {
  for (const [level, from] of Object.entries(levels)) {
    for (const [group, heading] of Object.entries(groups) as [AttackGroup, string][]) {
      const isHere = (row: Outcome | LeftOut): boolean => row.level === level && row.attack.group === group;
      const rows = [
        ...outcomes.filter(isHere).map((outcome) => ({ id: outcome.attack.id, text: rowOf(outcome) })),
        ...leftOut.filter(isHere).map((row) => ({ id: row.attack.id, text: leftOutRow(row) })),
      ];
      if (rows.length === 0) continue;
      console.log(`\n${from}: ${heading}`);
      rows.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
      for (const { text } of rows) console.log(`  ${text}`);
    }
  }
  const failed = outcomes.filter(({ fault }) => fault !== undefined).length;
  const passed = outcomes.length - failed;
  const perLevel = Object.keys(levels).map((level) => {
    const ran = outcomes.filter((outcome) => outcome.level === level);
    const held = ran.filter(({ fault }) => fault === undefined).length;
    return `${level}: ${held} of ${ran.length} held, ${leftOut.filter((row) => row.level === level).length} do not apply`;
  });
  console.log(`\n${perLevel.join('\n')}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}

const labelOf = ({ id, title }: Attack): string => `${id.padStart(4)}  ${title}`;
const leftOutRow = ({ attack, because }: LeftOut): string => `n/a  ${labelOf(attack)}: ${because}`;

function rowOf({ attack, level, fault, hits, control, ms }: Outcome): string {
  const heard = control === undefined ? '' : ` (control ${control})`;
  const expected = expectedAt(attack, level) ?? '';
  const line = `${fault ? 'FAIL' : 'ok  '} ${labelOf(attack)} → ${expected}; ${hits} hits${heard}, ${(ms / 1000).toFixed(1)} s`;
  return fault ? `${line}\n             ${fault}` : line;
}
