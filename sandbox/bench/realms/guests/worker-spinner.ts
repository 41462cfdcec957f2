import { SPIN_MS } from '../drive.ts';
import { tellPainted } from './painted.ts';

const text = `const until = performance.now() + ${SPIN_MS}; while (performance.now() < until);`;
tellPainted(() => new Worker(URL.createObjectURL(new Blob([text]))));
