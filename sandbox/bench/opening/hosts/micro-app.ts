import microApp from '@micro-zoe/micro-app';
import { drawTile } from './tile.ts';

microApp.start();
drawTile(({ entry, place }) => {
  const app = document.createElement('micro-app');
  app.setAttribute('name', 'parking');
  app.setAttribute('url', entry);
  place.append(app);
});
