import type { Level } from '../attack.ts';

/** The attacks that every `npm test` runs: some of each group, and those that would hurt most. `npm run attacks` has all. */
export const shortRun: Readonly<Record<Level, readonly string[]>> = {
  sealed: [
    // Escape and origin.
    ...['1', '2', '5'],
    // Exfiltration.
    ...['11', '15', '16', '17', '21', '122', '171'],
    // Bridge identity, payload.
    ...['23', '26', '27', '33', '35', '36', '40', '42'],
    // Denial of service.
    ...['45', '46', '49'],
    // Interface.
    ...['57', '59', '60', '64', '170'],
    // Payment and identity.
    ...['68', '70', '74'],
    // Cards.
    ...['150', '154'],
  ],
  origin: ['1', '2', '11', '16', '17', '23', '26', '27', '105', '175'],
};
