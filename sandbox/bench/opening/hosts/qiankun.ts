import { loadMicroApp } from 'qiankun';
import { drawTile } from './tile.ts';

drawTile(({ entry, place }) => {
  // Its faster way of running scripts gives them a stand-in for `document` that the browser does not take for a node, which Lit needs.
  loadMicroApp({ name: 'parking', entry, container: place }, { sandbox: { speedy: false } });
});
