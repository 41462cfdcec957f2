/** Fragments that elements adopt: one look for buttons, focus, rows and skeletons. */
import { css } from 'lit';

export const base = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
    font-weight: inherit;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  button {
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  a {
    color: inherit;
    text-decoration: none;
    -webkit-tap-highlight-color: transparent;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  :focus:not(:focus-visible) {
    outline: none;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--gap-2);
    min-height: var(--target);
    min-width: var(--target);
    padding: 10px 22px;
    border-radius: 999px;
    font-size: var(--text-m);
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    background: var(--accent-tint);
    color: var(--accent);
    transition:
      transform var(--quick) var(--ease),
      background-color var(--quick);
  }
  .button:active:not([disabled]) {
    transform: scale(0.98);
  }
  .button.main {
    background: var(--action);
    color: var(--on-action);
  }
  .button.main:active:not([disabled]) {
    background: var(--action-pressed);
  }
  .button.quiet {
    background: none;
    color: var(--ink-2);
  }
  .button.wide {
    width: 100%;
    min-height: 52px;
    font-size: var(--text-l);
  }
  .button[disabled] {
    cursor: default;
    opacity: 0.5;
  }
  .round {
    display: inline-grid;
    place-items: center;
    width: var(--target);
    height: var(--target);
    border-radius: 50%;
    color: inherit;
  }
`;

/** A white panel, and a list of rows in it. */
export const panels = css`
  .panel {
    background: var(--surface);
    border-radius: var(--radius-l);
    box-shadow: var(--shadow);
    overflow: hidden;
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--gap-3);
    width: 100%;
    min-height: 60px;
    padding: 12px var(--gap-4);
    text-align: start;
    font-size: var(--text-m);
    position: relative;
  }
  .row + .row::before,
  li + li > .row::before {
    content: "";
    position: absolute;
    inset: 0 var(--gap-4) auto;
    border-top: 1px solid var(--line);
  }
  .row:active {
    background: var(--surface-sunk);
  }
  .row .grow {
    flex: 1;
    min-width: 0;
  }
  .row .aside {
    color: var(--ink-3);
    font-size: var(--text-s);
  }
  .row portico-icon.next {
    width: 1rem;
    height: 1rem;
    color: var(--ink-3);
  }
`;

export const skeletons = css`
  .skeleton {
    border-radius: var(--radius-s);
    background: linear-gradient(100deg, var(--skeleton) 35%, var(--skeleton-glint) 50%, var(--skeleton) 65%) 0 0 / 300% 100%;
    animation: glint 1.6s linear infinite;
  }
  @keyframes glint {
    from {
      background-position: 100% 0;
    }
    to {
      background-position: 0 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }
`;

/** A page with a title of its own. */
export const pages = css`
  .page {
    max-width: var(--column);
    margin: 0 auto;
    padding: calc(env(safe-area-inset-top) + 8px) var(--gutter) calc(var(--tabs) + env(safe-area-inset-bottom) + 32px);
  }
  .page > header {
    display: flex;
    align-items: center;
    gap: var(--gap-2);
    min-height: var(--bar);
    margin-bottom: var(--gap-3);
  }
  .page > header .round {
    margin-inline-start: -12px;
  }
  .page h1 {
    font-size: var(--text-2xl);
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.25;
  }
  .page h2 {
    margin: var(--gap-6) var(--gap-1) var(--gap-3);
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--ink-3);
  }
`;
