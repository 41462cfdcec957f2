/** `<dataDir>/demo.json` (0600): what tools and journeys sign in with. Read back at each start, so that tokens stay. */
import { chmod, rename, writeFile } from 'node:fs/promises';
import type { Random } from '../../platform/index.ts';
import { parseJson, readIfPresent } from '../keys/key-files.ts';

export interface DemoFile {
  readonly container: string;
  readonly api: string;
  readonly console: string;
  readonly customer: { readonly phone: string };
  readonly partners: readonly {
    readonly id: string;
    readonly name: string;
    readonly token: string;
    readonly keyId: string;
    readonly keyFile: string;
    readonly appIds: readonly string[];
    readonly backend: string;
    readonly webhookSecret: string;
  }[];
  readonly reviewers: readonly {
    readonly id: string;
    readonly token: string;
    readonly keyId: string;
    readonly keyFile: string;
  }[];
  readonly operators: readonly { readonly id: string; readonly token: string }[];
  readonly services: readonly { readonly id: string; readonly token: string }[];
}

const SECRET_MEMBERS = ['token', 'webhookSecret'] as const;

/** The secrets of an earlier start, by `<list>/<id>/<member>`; empty when there was none. */
export async function earlierSecrets(path: string): Promise<ReadonlyMap<string, string>> {
  const file = parseJson((await readIfPresent(path)) ?? 'null');
  const found = new Map<string, string>();
  for (const [list, entries] of Object.entries(typeof file === 'object' && file !== null ? file : {})) {
    for (const entry of Array.isArray(entries) ? (entries as unknown[]) : []) {
      if (typeof entry !== 'object' || entry === null || !('id' in entry) || typeof entry.id !== 'string') continue;
      const members: Readonly<Record<string, unknown>> = { ...entry };
      for (const member of SECRET_MEMBERS) {
        const secret = members[member];
        if (typeof secret === 'string') found.set(`${list}/${entry.id}/${member}`, secret);
      }
    }
  }
  return found;
}

/** Replaces the file whole, so that nobody reads half of it. */
export async function writeDemoFile(path: string, content: DemoFile, random: Random): Promise<void> {
  const draft = `${path}.${random.token(6)}`;
  await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  await chmod(draft, 0o600);
  await rename(draft, path);
}
