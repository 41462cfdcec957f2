import type { ChannelFault, FaultPlan } from '../channels/simulated.ts';

/** Faults for the next submissions, in order; none when the list is empty. */
export function createFaultList(): FaultPlan & { add(...faults: (ChannelFault | undefined)[]): void } {
  const list: (ChannelFault | undefined)[] = [];
  return { add: (...faults) => void list.push(...faults), next: () => list.shift() };
}
