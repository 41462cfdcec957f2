import type { RealmFiles } from '../realm.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
};

/** Base of the host that serves the frame page in tests; another origin than the test's own page. */
export const frameUrl = (page = 'frame.html'): string =>
  `http://a-fixture.localhost:${location.port}/.portico/fixture/${page}`;

/** Package files from their text; the type follows from the ending. */
export function packageOf(texts: Readonly<Record<string, string>>): RealmFiles {
  const utf8 = new TextEncoder();
  return new Map(
    Object.entries(texts).map(([path, text]) => {
      const type = types[path.split('.').pop() ?? ''] ?? 'application/octet-stream';
      return [path, { bytes: utf8.encode(text).buffer, type }];
    }),
  );
}

/** An app whose only page runs `script` as a module, with `portico` and `PorticoCallError` imported. */
export async function appRunning(script: string, extra: Readonly<Record<string, string>> = {}): Promise<RealmFiles> {
  const sdk = await (await fetch('/.portico/fixture/sdk.js')).text();
  return packageOf({
    'index.html': '<!doctype html><title>Fixture</title><script type="module" src="portico:/app.js"></script>',
    'app.js': `import { portico, PorticoCallError } from 'portico:/sdk.js';\n${script}`,
    'sdk.js': sdk,
    ...extra,
  });
}
