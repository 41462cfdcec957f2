import { css } from 'lit';

export const appSettingsStyles = css`
  .row {
    flex-wrap: wrap;
  }
  .row > portico-icon:first-child {
    width: 1.35rem;
    height: 1.35rem;
    color: var(--accent);
  }
  .row .grow {
    flex: 1 1 9em;
    overflow-wrap: anywhere;
  }
  .about {
    display: block;
    margin-top: 2px;
    font-size: var(--text-s);
    color: var(--ink-3);
  }
  .row .button {
    padding: 8px 16px;
    font-size: var(--text-s);
  }
  .button.danger {
    color: var(--alert);
    background: var(--alert-tint);
  }
  main > .button {
    margin-top: var(--gap-8);
  }
  .none {
    padding: var(--gap-5) var(--gap-4);
    font-size: var(--text-m);
    color: var(--ink-2);
  }
  .skeleton {
    height: 10rem;
  }
  .problem {
    margin: var(--gap-4) var(--gap-1) 0;
    font-size: var(--text-s);
    color: var(--alert);
  }
`;
