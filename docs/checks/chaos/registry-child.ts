import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Call } from '../../../registry/payments/testing/callers.ts';
import type { CrashPlan } from './child.ts';

export interface RegistryChild {
  readonly process: ChildProcess;
  /** Resolves with the signal or code that ended it. */
  readonly ended: Promise<string>;
  recover(): Promise<void>;
}

const START_MS = 60_000;

/** Starts the process to be killed and waits until it serves. */
export async function startChild(plan: CrashPlan | null, environment: NodeJS.ProcessEnv): Promise<RegistryChild> {
  const file = fileURLToPath(new URL('child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, JSON.stringify(plan)], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-4_000);
  });
  const ended = once(child, 'exit').then(([code, signal]) => String(signal ?? code));
  const outcome = await Promise.race([
    once(child, 'message').then(() => 'ready'),
    ended,
    new Promise<string>((resolve) => setTimeout(() => resolve('silence'), START_MS).unref()),
  ]);
  if (outcome !== 'ready') throw new Error(`the registry did not start (${outcome}): ${complaints}`);
  return {
    process: child,
    ended,
    async recover() {
      child.send('recover');
      await once(child, 'message');
    },
  };
}

/** Requests over sockets; they fail when the process at the other end is killed. */
export function callOver(port: number): Call {
  const agent = new Agent({ keepAlive: false });
  return ({ method, url, headers, body }) =>
    new Promise((resolve, reject) => {
      const outgoing = request(
        { host: '127.0.0.1', port, path: url, method, headers: { ...headers }, agent },
        (incoming) => {
          text(incoming).then(
            (answer) =>
              resolve({
                status: incoming.statusCode ?? 0,
                text: answer,
                setCookie: incoming.headers['set-cookie']?.[0],
              }),
            reject,
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
}
