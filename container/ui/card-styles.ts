/** What elements of a card have in common. They are the bank's: a card chooses among them and cannot style them. */
import { css } from 'lit';

export const cardBase = css`
  :host {
    display: block;
    min-width: 0;
    color: var(--ink);
    font-size: var(--text-m);
    line-height: 1.45;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
`;

/** Gaps between the children of stacks and rows. */
export const cardGaps = css`
  :host {
    gap: var(--gap-2);
  }
  :host([gap="small"]) {
    gap: var(--gap-1);
  }
  :host([gap="large"]) {
    gap: var(--gap-4);
  }
`;
