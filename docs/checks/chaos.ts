/**
 * Kills things with SIGKILL, starts them again, and looks what is left.
 * Usage: npm run chaos -- [payments] [process] [--short] [--seed N] [--rounds N]
 */
import { parseArgs } from 'node:util';
import { runProcessChaos } from './chaos/process.ts';
import { killPoints, runChaos } from './chaos/run.ts';

interface Suite {
  readonly says: string;
  readonly rounds: number;
  /** Rounds of `--short`, which is part of `npm test`; 0 leaves it out. */
  readonly shortRounds: number;
  run(seed: number, rounds: number): Promise<readonly { readonly faults: readonly string[] }[]>;
}

const suites: Readonly<Record<string, Suite>> = {
  payments: {
    says: 'the registry dies at each point of a payment',
    rounds: 10,
    shortRounds: 1,
    run: (seed, rounds) =>
      runChaos({
        seed,
        rounds,
        report: ({ point, round, nth, acknowledged, unanswered, faults }) =>
          print(
            `${point} ${round} (nth ${nth}): ${acknowledged} acknowledged, ${unanswered} unanswered; ${killPoints[point]}`,
            faults,
          ),
      }),
  },
  process: {
    says: 'parts of npm start die while it starts, seeds and works',
    rounds: 5,
    // Its short form is the journey docs/checks/journeys/process.journey.ts.
    shortRounds: 0,
    run: (seed, rounds) =>
      runProcessChaos({
        seed,
        rounds,
        report: ({ round, moment, victim, after, atOnce, told, faults }) =>
          print(
            `${round}: ${victim} killed ${moment}, after ${after} ms${atOnce ? ', started again at once' : ''}; told of ${told.orders} orders, ${told.paid} paid`,
            faults,
          ),
      }),
  },
};

function print(line: string, faults: readonly string[]): void {
  console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${line}`);
  for (const fault of faults) console.log(fault.replace(/^/gm, '     '));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean' }, seed: { type: 'string' }, rounds: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
let passed = 0;
let failed = 0;
for (const [name, suite] of Object.entries(suites)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const rounds = Number(values.rounds ?? (values.short ? suite.shortRounds : suite.rounds));
  if (rounds === 0) continue;
  console.log(`${name}: ${suite.says}; seed ${seed}, ${rounds} rounds`);
  const results = await suite.run(seed, rounds);
  const faulty = results.filter(({ faults }) => faults.length > 0).length;
  if (faulty > 0) console.log(`replay: npm run chaos -- ${name} --seed ${seed} --rounds ${rounds}`);
  passed += results.length - faulty;
  failed += faulty;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
