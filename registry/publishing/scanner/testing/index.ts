import { builtProgram } from '../../../platform/testing/built.ts';
import { programOf, type ScannerProgram } from '../child.ts';

/** The scanner as the product starts it, for tests that scan much. */
export async function builtScanner(): Promise<{ readonly program: ScannerProgram }> {
  const file = await builtProgram(new URL('../main.ts', import.meta.url));
  return { program: programOf([file]) };
}
