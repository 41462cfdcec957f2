import { methods } from '../../contract/index.ts';
import type { CapabilityHandlers } from '../realm.ts';

/** Every method answers with the example of its row: a container for tests and benches that look elsewhere. */
export function exampleHandlers(): CapabilityHandlers {
  const rows = Object.entries(methods).map(([name, { example }]) => [name, () => example.result]);
  return Object.fromEntries(rows) as CapabilityHandlers;
}
