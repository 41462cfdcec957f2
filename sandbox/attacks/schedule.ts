import type { Attack } from './attack.ts';

/**
 * Works attacks off in several lanes at once. Most only wait; those that measure the host's own time run `alone` after
 * the others, and those that share one customer's account one after the other in the first lane.
 * @returns outcomes in the order of `jobs`
 */
export async function schedule<Job extends { readonly attack: Pick<Attack, 'queue'> }, T>(
  jobs: readonly Job[],
  lanes: readonly ((job: Job) => Promise<T>)[],
): Promise<readonly T[]> {
  const outcomes = new Map<Job, T>();
  const of = (queue: Attack['queue']): Job[] => jobs.filter(({ attack }) => attack.queue === queue);
  const [shared, money, alone] = [of(undefined), of('money'), of('alone')];

  const work = async (lane: (job: Job) => Promise<T>, own: Job[]): Promise<void> => {
    for (let next = own.shift() ?? shared.shift(); next; next = own.shift() ?? shared.shift()) {
      outcomes.set(next, await lane(next));
    }
  };
  await Promise.all(lanes.map((lane, index) => work(lane, index === 0 ? money : [])));
  const [first] = lanes;
  if (first) await work(first, alone);
  return jobs.flatMap((job) => outcomes.get(job) ?? []);
}
