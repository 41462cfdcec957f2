import { SPIN_MS } from '../drive.ts';
import { tellPainted } from './painted.ts';

tellPainted(() => {
  const until = performance.now() + SPIN_MS;
  while (performance.now() < until);
});
