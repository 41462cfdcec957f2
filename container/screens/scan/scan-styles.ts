import { css } from 'lit';

export const scanStyles = css`
  .lead {
    font-size: var(--text-m);
    color: var(--ink-2);
    line-height: 1.6;
  }
  .view {
    position: relative;
    display: grid;
    place-items: center;
    margin-top: var(--gap-4);
    aspect-ratio: 1;
    max-height: 52dvh;
    width: 100%;
    border-radius: var(--radius-m);
    background: #0c1412;
    color: #9fb0aa;
    overflow: hidden;
  }
  .view > portico-icon {
    width: 3rem;
    height: 3rem;
  }
  video {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .frame {
    position: absolute;
    inset: 16%;
    border-radius: var(--radius-m);
    box-shadow: 0 0 0 2px rgb(255 255 255 / 0.55);
  }
  .frame.seeing {
    animation: breathe 1.8s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      box-shadow: 0 0 0 3px #7ad8c1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .frame.seeing {
      animation: none;
    }
  }
  .problem {
    min-height: 1.6rem;
    padding-top: var(--gap-3);
    font-size: var(--text-s);
    text-align: center;
    color: var(--alert);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--gap-3);
    margin-top: var(--gap-3);
  }
  .actions portico-icon {
    width: 1.3rem;
    height: 1.3rem;
  }
`;
