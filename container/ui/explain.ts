/** The look of a sheet that explains one thing before it asks for it. */
import { css } from 'lit';

export const explain = css`
  .mark {
    display: grid;
    place-items: center;
    width: 4.25rem;
    height: 4.25rem;
    margin: var(--gap-3) auto var(--gap-4);
    border-radius: var(--radius-arch);
    background: var(--accent-tint);
    color: var(--accent);
  }
  .mark portico-icon {
    width: 2rem;
    height: 2rem;
  }
  .lead {
    max-width: 22em;
    margin: 0 auto;
    text-align: center;
    font-size: var(--text-m);
    color: var(--ink-2);
    line-height: 1.6;
  }
  ul {
    margin: var(--gap-5) 0 0;
    padding: var(--gap-1) var(--gap-4);
    border-radius: var(--radius-m);
    background: var(--surface-sunk);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  li {
    display: flex;
    align-items: center;
    gap: var(--gap-3);
    padding: 11px 0;
    font-size: var(--text-m);
    line-height: 1.45;
  }
  li portico-icon {
    width: 1.3rem;
    height: 1.3rem;
    color: var(--accent);
  }
  .problem {
    min-height: 2.6rem;
    padding: var(--gap-3) 0 var(--gap-1);
    text-align: center;
    font-size: var(--text-s);
    color: var(--alert);
  }
  .button + .button {
    margin-top: var(--gap-2);
  }
`;
