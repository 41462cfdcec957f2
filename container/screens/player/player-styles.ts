/** Bar above, the app's frame below, and what may stand in the frame's place. */
import { css } from 'lit';

export const playerStyles = css`
  :host {
    position: fixed;
    inset: 0;
    z-index: 10;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    background: var(--paper);
  }
  .stage {
    position: relative;
    min-height: 0;
    overflow: hidden;
  }
  .stage > .frames,
  .stage > .frames > * {
    position: absolute;
    inset: 0;
  }
  .frames[data-covered] {
    visibility: hidden;
  }
  fault-page {
    position: absolute;
    inset: 0;
    overflow: auto;
  }
  player-splash {
    position: fixed;
    inset: 0;
  }
  /* The bar stays above the app's colour as soon as it can be used. */
  player-bar {
    z-index: 1;
  }
`;
