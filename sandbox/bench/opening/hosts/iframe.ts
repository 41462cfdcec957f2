import { drawTile } from './tile.ts';

drawTile(({ entry, place }) => {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
  frame.src = entry;
  place.append(frame);
});
