/** What an app wants asked before the customer leaves it by the bar. */
import type { Asker, Sheets } from '../../state/sheets.ts';

/** True when the customer leaves all the same; also when it cannot be asked, which is no reason to keep anyone in. */
export async function asksLeave(
  sheets: Pick<Sheets, 'ask'>,
  question: { readonly asker: Asker; readonly text: string },
  signal: AbortSignal,
): Promise<boolean> {
  try {
    return (await sheets.ask('leave', question, signal)) === true;
  } catch (error) {
    console.warn('portico: the question before leaving could not be asked', error);
    return true;
  }
}
