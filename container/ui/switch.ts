/** The look of a switch: a checkbox with the role `switch`. */
import { css } from 'lit';

export const switches = css`
  input[role="switch"] {
    appearance: none;
    position: relative;
    flex: none;
    width: 52px;
    height: 32px;
    border-radius: 999px;
    background: var(--line-strong);
    cursor: pointer;
    transition: background-color var(--quick);
  }
  input[role="switch"]::after {
    content: "";
    position: absolute;
    inset: 3px auto auto 3px;
    width: 26px;
    height: 26px;
    border-radius: 50%;
    background: var(--surface);
    transition: transform var(--quick) var(--ease);
  }
  input[role="switch"]:checked {
    background: var(--action);
  }
  input[role="switch"]:checked::after {
    transform: translateX(20px);
  }
`;
