/** What every contender's guest does alike: it makes calls, waits for the answers, and measures on its own clock. */

/** One call with about 100 bytes there and 100 bytes back. */
export type Call = (args: Payload) => Promise<unknown>;
export interface Payload {
  readonly key: string;
}

export interface BridgeDriver {
  /** Mean milliseconds of one round trip in each of `blocks` blocks of `calls` calls, one call after the other. */
  sequential(blocks: number, calls: number): Promise<number[]>;
  /** Calls a second while `inFlight` calls are always on their way. */
  throughput(calls: number, inFlight: number): Promise<number>;
}

declare global {
  var bridgeDriver: BridgeDriver | undefined;
  interface Window {
    /** The host page's: puts a contender's guest into a frame of its own. */
    openContender(name: string, frameUrl: string, script: string): void;
  }
}

const PAYLOAD: Payload = { key: 'k'.repeat(100) };

/** A single call is shorter than the clock of a frame is fine (100 µs), hence the blocks. */
export function offerDriver(call: Call): void {
  globalThis.bridgeDriver = {
    async sequential(blocks, calls) {
      const means: number[] = [];
      for (let block = 0; block < blocks; block += 1) {
        const began = performance.now();
        for (let made = 0; made < calls; made += 1) await call(PAYLOAD);
        means.push((performance.now() - began) / calls);
      }
      return means;
    },
    async throughput(calls, inFlight) {
      let left = calls;
      const lane = async (): Promise<void> => {
        while (left > 0) {
          left -= 1;
          await call(PAYLOAD);
        }
      };
      const began = performance.now();
      await Promise.all(Array.from({ length: inFlight }, lane));
      return calls / ((performance.now() - began) / 1_000);
    },
  };
}
