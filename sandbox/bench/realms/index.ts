export { benchMemory, type MemoryApp, type MemoryBench } from './memory.ts';
export { benchResponsiveness, type Responsiveness, type Scene } from './responsiveness.ts';
