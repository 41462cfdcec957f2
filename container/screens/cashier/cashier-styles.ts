import { css } from 'lit';

export const cashierStyles = css`
  .head {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: var(--gap-3);
    padding: var(--gap-4) 0 var(--gap-6);
    text-align: center;
  }
  .payee {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 6px 14px 6px 10px;
    border-radius: 999px;
    background: var(--accent-tint);
    color: var(--accent);
    font-size: var(--text-s);
    font-weight: 600;
  }
  .payee portico-icon {
    width: 1.15rem;
    height: 1.15rem;
  }
  dl {
    padding: var(--gap-2) var(--gap-4);
    border-radius: var(--radius-m);
    background: var(--surface-sunk);
    box-shadow: inset 0 0 0 1px var(--line);
    font-size: var(--text-m);
  }
  dl div {
    display: flex;
    justify-content: space-between;
    gap: var(--gap-4);
    padding: 9px 0;
  }
  dt {
    flex: none;
    color: var(--ink-3);
  }
  dd {
    text-align: end;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  .what dd {
    font-weight: 600;
  }
  .item {
    font-size: var(--text-s);
    padding: 4px 0;
  }
  .item dt {
    flex: 1;
    color: var(--ink-2);
  }
  .fund {
    margin-top: 5px;
    border-top: 1px solid var(--line);
    padding-top: 13px;
  }
  .fund dt {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .fund portico-icon {
    width: 1.2rem;
    height: 1.2rem;
  }
  .note {
    min-height: 2.4rem;
    padding: var(--gap-3) 0 var(--gap-1);
    font-size: var(--text-s);
    color: var(--alert);
    text-align: center;
  }
  .label {
    display: inline-flex;
    align-items: center;
    gap: var(--gap-2);
  }
  .fine {
    margin-top: var(--gap-3);
    font-size: var(--text-xs);
    color: var(--ink-3);
    text-align: center;
  }
  .busy {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--gap-3);
    min-height: calc(52px + 5.5rem);
    font-size: var(--text-m);
    color: var(--ink-2);
  }
  .busy i {
    width: 1.25rem;
    height: 1.25rem;
    border: 2px solid var(--line);
    border-top-color: var(--accent);
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .busy i {
      animation-duration: 4s;
    }
  }
  portico-receipt-card {
    margin-bottom: var(--gap-5);
  }
  .bones {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: var(--gap-4);
    padding: var(--gap-4) 0;
  }
  .bones b {
    height: 1.8rem;
    width: 46%;
  }
  .bones b:nth-child(2) {
    height: 2.75rem;
    width: 58%;
  }
  .bones b:nth-child(3) {
    height: 8.5rem;
    width: 100%;
    border-radius: var(--radius-m);
    margin-top: var(--gap-3);
  }
  .bones b:nth-child(4) {
    height: 52px;
    width: 100%;
    border-radius: 999px;
    margin-top: 2.4rem;
  }
`;
