import type { Attack } from './attack.ts';

/**
 * Works the attacks off in several lanes at once. Most only wait; those that measure the host's own time run `alone`
 * after the others, and those that share one customer's account one after the other in the first lane.
 * @returns outcomes in the order of `attacks`
 */
export async function schedule<T>(
  attacks: readonly Attack[],
  lanes: readonly ((attack: Attack) => Promise<T>)[],
): Promise<readonly T[]> {
  const outcomes = new Map<Attack, T>();
  const of = (queue: Attack['queue']): Attack[] => attacks.filter((attack) => attack.queue === queue);
  const [shared, money, alone] = [of(undefined), of('money'), of('alone')];

  const work = async (lane: (attack: Attack) => Promise<T>, own: Attack[]): Promise<void> => {
    for (let next = own.shift() ?? shared.shift(); next; next = own.shift() ?? shared.shift()) {
      outcomes.set(next, await lane(next));
    }
  };
  await Promise.all(lanes.map((lane, index) => work(lane, index === 0 ? money : [])));
  const [first] = lanes;
  if (first) await work(first, alone);
  return attacks.flatMap((attack) => outcomes.get(attack) ?? []);
}
