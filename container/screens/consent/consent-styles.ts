import { css } from 'lit';
import { switches } from '../../ui/switch.ts';

export const consentStyles = [
  switches,
  css`
    blockquote {
      margin: var(--gap-4) 0 0;
      font-size: var(--text-s);
      color: var(--ink-3);
      text-align: center;
    }
    .widened {
      margin: var(--gap-4) 0 0;
      padding: var(--gap-3) var(--gap-4);
      border-radius: var(--radius-m);
      background: var(--brass-tint);
      font-size: var(--text-m);
      line-height: 1.5;
    }
    label {
      display: flex;
      flex: 1;
      align-items: center;
      gap: var(--gap-3);
      min-height: var(--target);
    }
    label bdi {
      flex: 1;
      overflow-wrap: anywhere;
    }
    armed-button {
      margin-top: var(--gap-5);
    }
    .wide.quiet {
      margin-top: var(--gap-2);
    }
  `,
];
