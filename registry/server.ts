/** The process. Built, it is `dist/registry/server.js`; the other built parts lie beside its folder. */
import { fileURLToPath } from 'node:url';
import { runProcess } from './platform/index.ts';
import { serve } from './serve.ts';

const dist = new URL(import.meta.url.endsWith('.ts') ? '../dist/' : '../', import.meta.url);

await runProcess(() => serve({ environment: process.env, workingFolder: process.cwd(), dist: fileURLToPath(dist) }));
