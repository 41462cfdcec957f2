import assert from 'node:assert/strict';
import { createTestBrowser, type TestBrowser } from './browser.ts';
import type { TestRegistry } from './registry.ts';

/** Opens the issuer's first page as the container would. */
export async function openPhonePage(registry: TestRegistry, visitor: TestBrowser, query: Record<string, string> = {}) {
  const page = await visitor.follow(`${registry.origin}/api/v1/session/login?${new URLSearchParams(query)}`);
  assert.equal(page.status, 200, page.text);
  assert.match(page.url, new RegExp(`^${registry.issuer}/interaction/`));
  return page;
}

export function codeSentTo(registry: TestRegistry, phone: string): string {
  const message = registry.messages.findLast((sent) => sent.phone === phone);
  assert.ok(message, `no code was sent to ${phone}`);
  return message.code;
}

/** A browser that is signed in with this phone number, the whole way over HTTP. */
export async function signIn(registry: TestRegistry, phone: string): Promise<TestBrowser> {
  const visitor = createTestBrowser();
  const page = await openPhonePage(registry, visitor);
  await visitor.submit(`${page.url}/phone`, { phone });
  const landed = await visitor.submit(`${page.url}/code`, { code: codeSentTo(registry, phone) });
  assert.equal(landed.url, `${registry.origin}/`, landed.text);
  return visitor;
}
