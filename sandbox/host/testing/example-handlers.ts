import { Streamed } from '../../bridge/index.ts';
import { type MethodEntry, methods } from '../../contract/index.ts';
import type { CapabilityHandlers } from '../realm.ts';

/** Every method answers with the example of its row: a container for tests and benches that look elsewhere. */
export function exampleHandlers(): CapabilityHandlers {
  const rows = Object.entries<MethodEntry>(methods).map(([name, { example, streams }]) => [
    name,
    () => (streams ? new Streamed(example.result, new Blob(['an example']).stream()) : example.result),
  ]);
  return Object.fromEntries(rows) as CapabilityHandlers;
}
