import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DemoPartner, DemoPeople } from './people.ts';
import { approve, askRegistry, RegistryRefusal } from './review.ts';

export interface SeedOptions {
  readonly root: string;
  readonly dataDir: string;
  readonly people: DemoPeople;
  /** Stops the seeding where it is; starting again goes on from there. */
  readonly signal?: AbortSignal;
  say(line: string): void;
}

/** A mini-app of this repository and the demo partner that publishes it. */
const demoApps: readonly { readonly folder: string; readonly partner: string }[] = [
  { folder: 'plugins/parking', partner: 'cityparking' },
];

export interface Submission {
  readonly id: string;
  readonly appId: string;
  readonly version: string;
  readonly digest: string;
  readonly state: string;
}

/** States somebody chose; starting again does not undo them. */
const DECIDED = ['REJECTED', 'WITHDRAWN', 'HALTED', 'SUPERSEDED', 'YANKED', 'REVOKED'];

/** How long an approved release may take to be signed and pointed at before the seed says that something is wrong. */
const LIVE_WITHIN_MS = 60_000;

/**
 * Takes each demo app from source through the path every partner takes: packed and submitted by the command line with
 * the partner's token, approved by two reviewers over the review API, signed, live. An app that is live already with
 * these very bytes is left alone, and so is one whose sources changed without a new version.
 */
export async function publishDemoApps({ root, dataDir, people, signal, say }: SeedOptions): Promise<void> {
  mkdirSync(join(dataDir, 'demo'), { recursive: true });
  for (const { folder, partner } of demoApps) {
    const file = join(dataDir, 'demo', `${partner}.zip`);
    const publishing = { root, people, partnerId: partner, folder: join(root, folder), file, say };
    await publishApp({ ...publishing, ...(signal ? { signal } : {}) }).catch((error: unknown) => {
      if (!(error instanceof CommandFailed && error.message.includes('[ERR_PUBLISHING_VERSION]'))) throw error;
      say(`${folder} has changed since it was published; raise version.name in its manifest.json to publish it again`);
    });
  }
}

/** Packs a folder, submits it as one of the demo partners, has two reviewers approve it, and waits until it is live. */
export async function publishApp(options: {
  readonly root: string;
  readonly people: DemoPeople;
  readonly partnerId: string;
  readonly folder: string;
  /** Where the package is written. */
  readonly file: string;
  readonly signal?: AbortSignal;
  say(line: string): void;
}): Promise<Submission> {
  const { root, people, partnerId, folder, file, signal, say } = options;
  const partner = people.partners.find(({ id }) => id === partnerId);
  if (!partner) throw new Error(`demo.json has no partner ${partnerId}`);
  await portico(root, ['pack', folder, '-o', file], signal);
  const submission = await submit(root, people.api, partner, file, signal);
  if (DECIDED.includes(submission.state)) {
    say(`${submission.appId} ${submission.version} is ${submission.state} and stays so`);
    return submission;
  }
  if (submission.state !== 'LIVE') {
    say(`${submission.appId} ${submission.version} submitted; two reviewers read it …`);
    await reviewAndWait(people, partner, submission, signal);
  }
  say(`${submission.appId} ${submission.version} is live`);
  return submission;
}

async function submit(
  root: string,
  api: string,
  partner: DemoPartner,
  file: string,
  signal?: AbortSignal,
): Promise<Submission> {
  const credentials = ['--token', partner.token, '--key', partner.keyFile];
  const out = await portico(root, ['submit', file, '--registry', api, ...credentials, '--format', 'json'], signal);
  return parseSubmission(JSON.parse(out));
}

async function reviewAndWait(
  people: DemoPeople,
  partner: DemoPartner,
  submitted: Submission,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + LIVE_WITHIN_MS;
  const waiting = new Set(people.reviewers.slice(0, 2));
  for (;;) {
    const now = parseSubmission(
      await askRegistry(people.api, partner.token, 'GET', `/api/v1/submissions/${submitted.id}`),
    );
    if (now.state === 'LIVE') return;
    if (['REJECTED', 'WITHDRAWN', 'REVOKED'].includes(now.state)) {
      throw new Error(`${now.appId} ${now.version} ended as ${now.state}; see portico status ${now.id}`);
    }
    const next = [...waiting][0];
    if (next && (now.state === 'IN_REVIEW' || now.state === 'SECOND_APPROVAL')) {
      await approve(people.api, next, now).catch((error: unknown) => {
        // Approved before an earlier start was broken off; now it is the other reviewer's turn.
        if (!(error instanceof RegistryRefusal && error.code === 'ERR_REVIEW_SAME_PERSON')) throw error;
      });
      waiting.delete(next);
    } else if (performance.now() > deadline) {
      throw new Error(`${now.appId} ${now.version} is still ${now.state} after ${LIVE_WITHIN_MS / 1000} s`);
    } else await pause(100, undefined, signal ? { signal } : {});
  }
}

function parseSubmission(value: unknown): Submission {
  if (typeof value !== 'object' || value === null) throw new TypeError('the registry’s submission is not an object');
  const { id, appId, version, digest, state } = value as Readonly<Record<string, unknown>>;
  for (const [name, member] of Object.entries({ id, appId, version, digest, state })) {
    if (typeof member !== 'string') throw new TypeError(`the registry’s submission has no "${name}"`);
  }
  return { id, appId, version, digest, state } as Submission;
}

/** The command line refused or broke off; the message is what it printed. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

/** Runs the command line as a partner would and returns what it printed. */
function portico(root: string, args: readonly string[], signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'dist/kit/cli.js'), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(out) : reject(new CommandFailed(`portico ${args[0]} ended with ${code}:\n${out}${err}`)),
    );
  });
}
