import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DemoReviewer } from './people.ts';

/** Answers of the registry that are not 2xx become this, with the problem's own words. */
export class RegistryRefusal extends Error {
  override readonly name = 'RegistryRefusal';
  readonly status: number;
  readonly code: string | undefined;
  constructor(what: string, status: number, problem: unknown) {
    const said = typeof problem === 'object' && problem !== null ? (problem as Readonly<Record<string, unknown>>) : {};
    super(`${what}: ${status} ${String(said.code ?? '')} ${String(said.detail ?? said.title ?? '')}`.trim());
    this.status = status;
    this.code = typeof said.code === 'string' ? said.code : undefined;
  }
}

export async function askRegistry(
  api: string,
  token: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(`${api}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new RegistryRefusal(`${method} ${path}`, response.status, answer);
  return answer;
}

/** One reviewer approves one digest: the approval is the reviewer's own signature over app and digest. */
export async function approve(
  api: string,
  reviewer: DemoReviewer,
  submission: { id: string; appId: string; digest: string },
): Promise<void> {
  const key = createPrivateKey({ key: JSON.parse(readFileSync(reviewer.keyFile, 'utf8')), format: 'jwk' });
  const message = Buffer.from(`portico-approval-v1\n${submission.appId}\n${submission.digest}`);
  await askRegistry(api, reviewer.token, 'POST', `/api/v1/review/submissions/${submission.id}/approve`, {
    digest: submission.digest,
    keyId: reviewer.keyId,
    signature: sign(null, message, key).toString('base64url'),
  });
}
