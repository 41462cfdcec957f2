import { css, html, type TemplateResult } from 'lit';
import { formatPlate, NEW_ENERGY_LENGTH } from '../../contract/plate.ts';

/** A plate in the colours it has on the car: blue, or white to green for new energy. */
export function plateArt(plate: string): TemplateResult {
  const kind = plate.length === NEW_ENERGY_LENGTH ? 'energy' : 'ordinary';
  return html`<span class="plate ${kind}" lang="zh-Hans">${formatPlate(plate)}</span>`;
}

export const plateStyles = css`
  .plate {
    display: inline-block;
    padding: 0.25rem 0.625rem;
    border-radius: 0.4375rem;
    font-weight: 700;
    font-size: 1rem;
    line-height: 1.4;
    letter-spacing: 0.06em;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .plate.ordinary {
    color: #ffffff;
    background: linear-gradient(#2a62dd, #1b47b3);
    box-shadow: inset 0 0 0 1px #1b47b3, inset 0 0 0 2.5px rgb(255 255 255 / 0.75);
  }
  .plate.energy {
    color: #0c1a12;
    background: linear-gradient(#f4fbf6, #74d694);
    box-shadow: inset 0 0 0 1px #56b877, inset 0 0 0 2.5px rgb(12 26 18 / 0.28);
  }
`;
