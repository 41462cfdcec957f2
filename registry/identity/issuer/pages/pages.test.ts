import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { codePage } from './code-page.ts';
import { html } from './html.ts';
import { parseLanguage } from './language.ts';
import { messagePage } from './message-page.ts';
import { phonePage } from './phone-page.ts';
import { STYLE } from './style.ts';

const publicOrigin = 'https://bank.example';
const place = { uid: 'u1', publicOrigin };

test('values are escaped, in text and in attributes', () => {
  const sly = `"><script>alert('x')</script>&`;
  assert.equal(
    html`<p title="${sly}">${html`<b>${1}</b>`}</p>`.text,
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;"><b>1</b></p>',
  );
  assert.ok(!phonePage('en', { ...place, phone: sly, error: sly }).html.includes('<script'));
});

test('ui_locales decides the language, then Accept-Language by weight, then Chinese', () => {
  assert.equal(parseLanguage('en-GB zh-CN', 'zh-CN'), 'en');
  assert.equal(parseLanguage('fr zh-Hans', 'en'), 'zh-Hans');
  assert.equal(parseLanguage(undefined, 'fr-FR, zh-CN;q=0.5, en;q=0.8'), 'en');
  assert.equal(parseLanguage(undefined, 'en;q=0, zh'), 'zh-Hans');
  assert.equal(parseLanguage(undefined, 'fr'), 'zh-Hans');
  assert.equal(parseLanguage(['en'], undefined), 'zh-Hans');
});

test('the policy admits this page’s style sheet by its hash and no script at all', () => {
  const page = codePage('zh-Hans', { ...place, phone: '13800000001', waitSeconds: 60 });
  const style = /<style>(.*)<\/style>/s.exec(page.html)?.[1] ?? '';
  const policy = page.headers['content-security-policy'] ?? '';
  assert.ok(policy.includes(`'sha256-${createHash('sha256').update(style).digest('base64')}'`));
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.match(policy, /form-action 'self' https:\/\/bank\.example/);
  assert.doesNotMatch(page.html, /<script| style="| on[a-z]+="/);
});

test('an error is announced, tied to its field and said in the title', () => {
  const page = phonePage('en', { ...place, phone: '123', error: 'Enter an 11-digit mobile number.' }).html;
  assert.match(page, /<title>Error: Sign in · /);
  assert.match(page, /<p class="error" id="error" role="alert">Enter an 11-digit/);
  assert.match(page, /aria-describedby="error hint" aria-invalid="true"/);
  assert.match(page, /value="123"/);
});

test('the countdown starts where the wait stands', () => {
  const at = (waitSeconds: number) => codePage('en', { ...place, phone: '13800000001', waitSeconds }).html;
  assert.match(at(60), /class="resend waited-0"/);
  assert.match(at(13), /class="resend waited-47"/);
  assert.match(at(0), /class="resend waited-60"/);
});

test('each page says its language and can be left', () => {
  for (const language of ['zh-Hans', 'en'] as const) {
    const page = messagePage(language, 'failed', publicOrigin);
    assert.ok(page.html.includes(`<html lang="${language}">`));
    assert.ok(page.html.includes(`href="${publicOrigin}/"`));
  }
});

/** Ours → the container's. */
const COLOURS = {
  ...{ '--ink': '--ink', '--quiet': '--ink-2', '--page': '--paper', '--card': '--surface', '--line': '--line-strong' },
  ...{ '--accent': '--action', '--on-accent': '--on-action', '--bad': '--alert', '--bad-ground': '--alert-tint' },
};

test('the pages have the colours of the container they are reached from, in light and in dark', () => {
  const tokens = readFileSync(new URL('../../../../container/styles/tokens.css', import.meta.url), 'utf8');
  const colour = (css: string | undefined, name: string) =>
    new RegExp(`[\\s;]${name}: (#[0-9a-f]+)`).exec(css ?? '')?.[1];
  const [light, dark] = tokens.split(':root[data-theme="dark"]');
  const [ourLight, ourDark] = STYLE.split('@media (prefers-color-scheme: dark)');
  for (const [ours, theirs] of Object.entries(COLOURS)) {
    assert.ok(colour(light, theirs), theirs);
    assert.equal(colour(ourLight, ours), colour(light, theirs), ours);
    assert.equal(colour(ourDark, ours), colour(dark, theirs), `${ours} in the dark`);
  }
});
