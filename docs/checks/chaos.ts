/**
 * Kills a real registry in the middle of payments and looks what is left.
 * Usage: node --import tsx docs/checks/chaos.ts [--short] [--seed N] [--rounds N]
 */
import { parseArgs } from 'node:util';
import { killPoints, runChaos } from './chaos/run.ts';

const { values } = parseArgs({
  options: { short: { type: 'boolean' }, seed: { type: 'string' }, rounds: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const rounds = Number(values.rounds ?? (values.short ? 2 : 10));
console.log(`seed ${seed}, ${rounds} rounds of ${Object.keys(killPoints).length} kills`);

const results = await runChaos({
  seed,
  rounds,
  report({ point, round, nth, acknowledged, unanswered, faults }) {
    console.log(
      `${faults.length === 0 ? 'ok  ' : 'FAIL'} ${point} ${round} (nth ${nth}): ${acknowledged} acknowledged, ${unanswered} unanswered; ${killPoints[point]}`,
    );
    for (const fault of faults) console.log(`     ${fault}`);
  },
});
const failed = results.filter((result) => result.faults.length > 0).length;
if (failed > 0) console.log(`replay: node --import tsx docs/checks/chaos.ts --seed ${seed} --rounds ${rounds}`);
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
