import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderFramePage } from './frame-page.ts';

const page = (changes: Partial<Parameters<typeof renderFramePage>[0]> = {}) =>
  renderFramePage({
    loader: 'start()',
    nonce: 'abcdefghijklmnop',
    containerOrigin: 'https://m.bank.example',
    domains: { connect: ['https://api.tea.example'], image: ['https://img.tea.example'], media: [] },
    ...changes,
  });

describe('the frame page', () => {
  it('carries exactly the policy of the wall', () => {
    const { headers } = page();
    assert.deepEqual(headers['Content-Security-Policy']?.split('; '), [
      'sandbox allow-scripts allow-forms',
      "default-src 'none'",
      "script-src 'nonce-abcdefghijklmnop' blob:",
      "style-src blob: 'unsafe-inline'",
      'img-src blob: data: https://img.tea.example',
      'font-src blob: data:',
      'media-src blob:',
      'connect-src blob: data: https://api.tea.example',
      'worker-src blob:',
      "frame-src 'none'",
      "form-action 'none'",
      "base-uri 'none'",
      'frame-ancestors https://m.bank.example',
    ]);
    assert.equal(
      headers['Connection-Allowlist'],
      '(response-origin "https://api.tea.example" "https://img.tea.example")',
    );
    assert.equal(headers['Origin-Agent-Cluster'], '?1');
    assert.equal(headers['Referrer-Policy'], 'no-referrer');
    assert.equal(headers['X-Content-Type-Options'], 'nosniff');
    assert.match(headers['Permissions-Policy'] ?? '', /camera=\(\).*geolocation=\(\).*publickey-credentials-get=\(\)/);
  });

  it('allows no connection but its own origin when nothing is declared', () => {
    const { headers } = page({ domains: { connect: [], image: [], media: [] } });
    assert.equal(headers['Connection-Allowlist'], '(response-origin)');
    assert.match(headers['Content-Security-Policy'] ?? '', /connect-src blob: data:;/);
  });

  for (const origin of [
    'https://tea.example; script-src *',
    "https://tea.example 'unsafe-eval'",
    'https://tea.example"',
    'https://*.tea.example',
    'https://tea.example/path',
    'https://tea.example\r\nSet-Cookie: a=b',
    '*',
    'javascript:alert(1)',
  ]) {
    it(`refuses ${JSON.stringify(origin)} as an origin`, () => {
      assert.throws(() => page({ domains: { connect: [], image: [origin], media: [] } }), TypeError);
      assert.throws(() => page({ containerOrigin: origin }), TypeError);
    });
  }

  it('refuses a loader or a nonce that could break out of the page', () => {
    assert.throws(() => page({ loader: 'x = "</SCRIPT>"' }), TypeError);
    assert.throws(() => page({ loader: 'x = "<!--"' }), TypeError);
    assert.throws(() => page({ nonce: '"><script>aaaaaaaaa' }), TypeError);
  });
});
