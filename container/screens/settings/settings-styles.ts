import { css } from 'lit';

export const settingsStyles = css`
  .person {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gap-4);
    padding: var(--gap-5);
    border-radius: var(--radius-l);
    background: linear-gradient(150deg, var(--facade-from), var(--facade-to));
    color: var(--on-facade);
  }
  .person p {
    flex: 1;
    min-width: 9em;
    font-size: var(--text-m);
    line-height: 1.5;
  }
  .person b {
    font-size: var(--text-l);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .person .mark {
    display: grid;
    place-items: center;
    width: 3.25rem;
    height: 3.25rem;
    border-radius: var(--radius-arch);
    background: rgb(255 255 255 / 0.14);
    box-shadow: inset 0 0 0 1px var(--facade-line);
  }
  .person .button {
    background: #fff;
    color: #0a4237;
  }
  .person .button:focus-visible {
    outline-color: #fff;
  }
  .level {
    margin-inline-start: var(--gap-2);
    padding: 2px 8px;
    border: 1px solid var(--facade-line);
    border-radius: 999px;
    font-size: var(--text-xs);
    color: var(--on-facade-2);
  }
  .row > portico-icon:first-child {
    width: 1.35rem;
    height: 1.35rem;
    color: var(--accent);
  }
  fieldset {
    margin: 0;
    border: 0;
    min-width: 0;
    flex-wrap: wrap;
  }
  fieldset.row .grow {
    flex: 1 0 auto;
  }
  .about {
    display: block;
    font-size: var(--text-s);
    color: var(--ink-3);
  }
  .segments {
    display: inline-flex;
    padding: 3px;
    border-radius: 999px;
    background: var(--paper);
  }
  .segments input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }
  .segments span {
    display: grid;
    place-items: center;
    min-height: calc(var(--target) - 6px);
    min-width: var(--target);
    padding: 0 14px;
    border-radius: 999px;
    font-size: var(--text-s);
    color: var(--ink-2);
    cursor: pointer;
  }
  .segments input:checked + span {
    background: var(--segment);
    color: var(--accent);
    font-weight: 600;
    box-shadow: var(--shadow);
  }
  .segments input:focus-visible + span {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  main > .button {
    margin-top: var(--gap-8);
  }
`;
