/** The server as a process of its own, on a build folder that the test made. */
import { runProcess } from './platform/index.ts';
import { serve } from './serve.ts';

await runProcess(() =>
  serve({ environment: process.env, workingFolder: process.cwd(), dist: process.env.PORTICO_TEST_DIST ?? '' }),
);
