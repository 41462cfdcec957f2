/** What every plain host page has alike: one tile, and a place on the whole screen for the app that a tap opens. */
export interface AppToOpen {
  /** Address of its entry page. */
  readonly entry: string;
  readonly place: HTMLElement;
}

/** Draws the tile; by then the engine that `open` uses has been loaded with the page. */
export function drawTile(open: (app: AppToOpen) => void): void {
  const { entry = '', label = '' } = document.currentScript?.dataset ?? {};
  const tile = document.createElement('button');
  tile.type = 'button';
  tile.textContent = label;
  tile.addEventListener('click', () => {
    const place = document.createElement('div');
    place.className = 'place';
    document.body.append(place);
    open({ entry, place });
  });
  document.body.append(tile);
}
