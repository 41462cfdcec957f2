import { tellPainted } from './painted.ts';

tellPainted();
