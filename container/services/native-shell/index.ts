export type { NativeShell } from './native-shell.ts';
export { createWebShell } from './web.ts';
