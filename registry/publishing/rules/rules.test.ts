import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Finding, type Rule, readPackage, reviewPackage, rules } from '../engine/index.ts';
import { type AppParts, appManifest, appPackage, png } from '../engine/testing/index.ts';

const review = async (parts: AppParts, only?: readonly Rule[]): Promise<readonly Finding[]> =>
  reviewPackage(await readPackage(appPackage(parts)), only ? { rules: only } : {});
const script = (code: string): AppParts => ({ files: { 'app.js': code } });
const page = (html: string): AppParts => ({ files: { 'index.html': html } });
const file = (path: string, content: string | Uint8Array = 'x'): AppParts => ({ files: { [path]: content } });
/** An app with one home-page card. */
const card = (path: string, code = 'onmessage = () => undefined;'): AppParts => ({
  manifest: { widgets: [{ name: 'fee', path }] },
  files: { [path]: code },
});
const declares = (...names: string[]): NonNullable<AppParts['portico']> => ({
  capabilities: names.map((name) => ({ name, reason: '理由' })),
});
const entry = '<script type="module" src="portico:/app.js"></script>';

interface Fixtures {
  /** Each must be found by the rule. */
  readonly trips: Readonly<Record<string, AppParts>>;
  /** None may be. */
  readonly clean: Readonly<Record<string, AppParts>>;
}

const fixtures: Readonly<Record<string, Fixtures>> = {
  'code/eval': {
    trips: {
      direct: script('eval("1 + 1")'),
      indirect: script('(0, eval)("1")'),
      global: script('globalThis["eval"]("1")'),
      optional: script('window?.eval?.("1")'),
      function: script('new Function("return this")()'),
      called: script('Function("return this")()'),
      constructor: script('[].constructor.constructor("return 1")()'),
      timer: script('setTimeout("go()", 10)'),
      template: script('setInterval(`go($' + '{1})`, 10)'),
      concatenation: script('window.setTimeout("go(" + 1 + ")", 10)'),
      write: script('document.write("<p>")'),
    },
    clean: {
      calls: script('setTimeout(() => go(), 10); function go() {} const evaluate = (x) => x; evaluate(1);'),
      method: script('const parser = { eval: (x) => x }; parser.eval("1"); JSON.parse("{}");'),
      mention: script('export const text = "never use eval()"; // eval("1")'),
    },
  },
  'html/scripts': {
    trips: {
      inline: page('<script>alert(1)</script>'),
      remote: page('<script src="https://cdn.example/x.js"></script>'),
      protocolRelative: page('<script src="//cdn.example/x.js"></script>'),
      handler: page('<img src="portico:/a.png" onerror="go()">'),
      address: page('<a href=" java\tscript:go()">x</a>'),
      form: page('<form action="javascript:go()"></form>'),
      frame: page('<iframe src="portico:/x.html"></iframe>'),
      template: page('<template><iframe></iframe></template>'),
      base: page('<base href="https://evil.example">'),
      policy: page('<meta http-equiv="Content-Security-Policy" content="script-src *">'),
      refresh: page('<meta http-equiv="refresh" content="0;url=https://evil.example">'),
      style: page('<link rel="stylesheet" href="https://cdn.example/x.css">'),
      importMap: page('<script type="importmap">{"imports":{}}</script>'),
    },
    clean: {
      packed: page(`<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="portico:/a.css">${entry}`),
      data: page(`<script type="application/json">{"a": 1}</script>${entry}`),
      text: page(`<p>onclick and javascript: are only words here</p>${entry}`),
    },
  },
  'secrets/shipped': {
    trips: {
      token: script(`const key = "ghp_${'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'}"`),
      privateKey: file(
        'notes.txt',
        `-----BEGIN RSA ${'PRIVATE'} KEY-----\n${'MIIEow'.repeat(40)}\n-----END RSA ${'PRIVATE'} KEY-----\n`,
      ),
      late: script(`${'/* filler */\n'.repeat(30_000)}const key = "ghp_${'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'}"`),
    },
    clean: { words: script('const token = await login(); const password = prompt;') },
  },
  'files/hidden': {
    trips: {
      env: file('.env', 'A=1'),
      git: file('.git/config'),
      modules: file('node_modules/x/index.js', '1'),
      map: file('app.js.map', '{}'),
      tests: file('__tests__/a.js', '1'),
      source: file('app.ts', 'const a: number = 1'),
      mac: file('__MACOSX/a.txt'),
    },
    clean: { ordinary: file('assets/map-of-town.png', png(8, 8)) },
  },
  'files/content': {
    trips: {
      disguised: file('photo.jpg', png(8, 8)),
      scriptAsPicture: file('photo.png', 'alert(1)'),
      pictureAsScript: file('extra.js', png(8, 8)),
      nul: file('data.txt', 'a\u0000b'),
      unknown: file('program.exe', 'MZ'),
      svgScript: file('logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      svgHandler: file('logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="go()"/>'),
      svgForeign: file('logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>'),
      svgRemote: file(
        'logo.svg',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://evil.example/x"/></svg>',
      ),
      iconCut: file('icon.png', png(96, 96).subarray(0, 60)),
      iconTail: file('icon.png', Buffer.concat([png(96, 96), Buffer.from('tail')])),
      iconSize: file('icon.png', png(95, 95)),
      iconVast: {
        manifest: { icons: [{ src: 'icon.png', sizes: '1200x1200' }] },
        files: { 'icon.png': png(1200, 1200) },
      },
      iconShape: { manifest: { icons: [{ src: 'icon.png', sizes: '96x120' }] }, files: { 'icon.png': png(96, 120) } },
    },
    clean: {
      pictures: {
        files: { 'a.png': png(8, 8), 'b.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>' },
      },
    },
  },
  'capabilities/declared': {
    trips: {
      undeclared: script('portico.payment.request({ orderToken: "x" })'),
      renamed: script('const a = b(); a.payment.request({ orderToken: "x" })'),
      destructured: script('const { payment } = portico; payment.request({})'),
      unused: { portico: declares('payment') },
    },
    clean: {
      declared: { ...script('portico.payment.request({ orderToken: "x" })'), portico: declares('payment') },
      free: script('portico.app.info({}); portico.ui.toast({ text: "x" })'),
    },
  },
  'network/domains': {
    trips: {
      undeclared: script('fetch("https://api.evil.example/x")'),
      socket: script('new WebSocket("wss://api.evil.example/x")'),
      template: script('fetch(`https://api.evil.example/$' + '{1}`)'),
      plain: script('fetch("http://api.tea.example/x")'),
      picture: page(`<img src="https://img.evil.example/x.png">${entry}`),
      style: file('a.css', 'body { background: url(https://img.evil.example/x.png) }'),
      unused: { portico: { domains: { connect: ['https://api.tea.example'] } } },
    },
    clean: {
      declared: {
        ...script('fetch("https://api.tea.example/x"); new WebSocket("wss://api.tea.example/y")'),
        portico: { domains: { connect: ['https://api.tea.example'] } },
      },
      namespace: script('document.createElementNS("http://www.w3.org/2000/svg", "svg")'),
    },
  },
  'size/first-load': {
    trips: {
      entry: script(`export const x = "${'x'.repeat(2_200_000)}"`),
      through: {
        files: {
          'app.js': 'import "portico:/chunks/a.js"; export * from "portico:/chunks/b.js";',
          'chunks/a.js': `export const x = "${'x'.repeat(1_100_000)}"`,
          'chunks/b.js': `import "portico:/app.js"; export const y = "${'x'.repeat(1_100_000)}"`,
        },
      },
    },
    clean: {
      lazy: {
        files: {
          'app.js': 'import("portico:/chunks/a.js")',
          'chunks/a.js': `export const x = "${'x'.repeat(2_200_000)}"`,
        },
      },
    },
  },
  'release/supported': {
    trips: {
      origin: { portico: { isolation: 'origin' } },
      card: { portico: { kind: 'card' } },
      cardOfOrigin: { ...card('cards/fee.js'), portico: { isolation: 'origin' } },
      cardMissing: { manifest: { widgets: [{ name: 'fee', path: 'cards/none.js' }] } },
      cardOfData: card('cards/fee.json', '{}'),
      cardTwice: {
        ...card('cards/fee.js'),
        manifest: { widgets: [1, 2].map(() => ({ name: 'fee', path: 'cards/fee.js' })) },
      },
      cardTooLarge: card('cards/fee.js', `/* ${'x'.repeat(140_000)} */`),
      cardInParts: card('cards/fee.js', 'import "portico:/app.js";'),
    },
    clean: { sealed: { portico: { isolation: 'sealed', kind: 'h5' } }, card: card('cards/fee.js') },
  },
};

test('every rule has fixtures, and a sentence for what, why and fix', () => {
  assert.deepEqual(Object.keys(fixtures).sort(), rules.map(({ id }) => id).sort());
  for (const { id, what, why, fix } of rules) for (const text of [what, why, fix]) assert.match(text, /\.$/, id);
});

for (const rule of rules) {
  const { trips = {}, clean = {} } = fixtures[rule.id] ?? {};
  test(`${rule.id} finds what it looks for`, async () => {
    for (const [name, parts] of Object.entries(trips)) {
      const findings = await review(parts, [rule]);
      assert.ok(
        findings.some((finding) => finding.rule === rule.id),
        `${name}: ${JSON.stringify(findings)}`,
      );
    }
  });
  test(`${rule.id} leaves honest code alone`, async () => {
    for (const [name, parts] of Object.entries(clean)) {
      assert.deepEqual(
        (await review(parts, [rule])).filter((finding) => finding.rule === rule.id),
        [],
        name,
      );
    }
  });
}

test('a finding names file, line and column', async () => {
  const [finding] = await review(script('const a = 1;\n  eval("x");'));
  assert.deepEqual([finding?.file, finding?.line, finding?.column, finding?.severity], ['app.js', 2, 3, 'error']);
});

test('a secret is not repeated in its finding', async () => {
  const secret = `ghp_${'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'}`;
  const findings = await review(script(`const key = "${secret}"`));
  assert.ok(findings.length > 0);
  assert.equal(JSON.stringify(findings).includes(secret), false);
});

test('a file that cannot be parsed is itself a finding', async () => {
  const findings = await review({ files: { 'app.js': 'const = ;', 'broken.css': new Uint8Array([0xff, 0xfe]) } });
  const degraded = findings.filter(({ rule }) => rule === 'coverage/degraded').map((finding) => finding.file);
  assert.deepEqual(degraded.sort(), ['app.js', 'broken.css']);
});

const broken = (open: Rule['open']): Rule => ({
  id: 'test/broken',
  severity: 'note',
  what: '.',
  why: '.',
  fix: '.',
  open,
});

test('a rule that throws, hangs or is slow fails closed', async () => {
  const pkg = await readPackage(appPackage());
  const failing: Record<string, Rule['open']> = {
    throwsAtOnce: () => {
      throw new TypeError('bug');
    },
    throwsLater: () => ({ file: () => Promise.reject(new TypeError('bug')) }),
    hangs: () => ({ end: () => new Promise(() => undefined) }),
    isSlow: () => ({
      file() {
        const until = performance.now() + 60;
        while (performance.now() < until);
      },
    }),
  };
  for (const [name, open] of Object.entries(failing)) {
    const findings = await reviewPackage(pkg, { rules: [broken(open)], ruleBudgetMs: 50 });
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['test/broken', 'error']],
      name,
    );
  }
});

test('thousands of findings of one rule become fifty and a count', async () => {
  const findings = await review(script('eval("1");\n'.repeat(500)));
  assert.equal(findings.filter(({ rule }) => rule === 'code/eval').length, 51);
  assert.match(findings.map(({ message }) => message).join(), /450 more/);
});

test('a clean app has no findings at all', async () => {
  assert.ok(appManifest());
  assert.deepEqual(await review({}), []);
});
