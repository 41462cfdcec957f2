import { css } from 'lit';

export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  h2 {
    font-size: 1.0625rem;
    line-height: 1.4;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
    border-radius: 0.5rem;
  }
  svg {
    display: block;
    flex: none;
  }
  .card {
    background: var(--card);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
    padding: 1.125rem;
  }
  .quiet {
    color: var(--ink-2);
  }
  .small {
    font-size: 0.875rem;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: 3rem;
    padding: 0.5rem 1.5rem;
    border-radius: 1.5rem;
    background: var(--button);
    color: var(--on-button);
    font-weight: 600;
    font-size: 1.0625rem;
    text-align: center;
  }
  .button:active {
    filter: brightness(0.92);
  }
  .button[aria-disabled='true'],
  .button:disabled {
    background: var(--card-2);
    color: var(--ink-2);
    box-shadow: inset 0 0 0 1px var(--line);
    cursor: default;
  }
  .button.soft {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .button.wide {
    width: 100%;
  }
  .link {
    min-height: 2.75rem;
    padding: 0 0.5rem;
    color: var(--accent);
    font-weight: 600;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .spinner {
    width: 1.25rem;
    height: 1.25rem;
    border-radius: 50%;
    border: 0.175rem solid currentcolor;
    border-right-color: transparent;
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0s !important;
      transition-duration: 0s !important;
    }
    .spinner {
      border-right-color: currentcolor;
      opacity: 0.6;
    }
  }
`;
