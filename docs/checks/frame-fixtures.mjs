/**
 * What browser tests of the wall need from a server: the frame page with its real headers on a host of its own
 * (`http://a-….localhost:<port>/.portico/fixture/frame.html`), the SDK as one module, and the page and the script of a
 * realm that plays the bridge's guest.
 */
import { build } from 'esbuild';

const bundle = async (entry, format, rootDir, globalName) => {
  const { outputFiles } = await build({
    entryPoints: [`${rootDir}${entry}`],
    bundle: true,
    format,
    ...(globalName && { globalName }),
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
};

/** Middleware of @web/dev-server (koa). */
export function frameFixtures(rootDir) {
  const parts = (async () => {
    const pageModule = await bundle('sandbox/contract/frame-page.ts', 'esm', rootDir);
    const { renderFramePage } = await import(`data:text/javascript,${encodeURIComponent(pageModule)}`);
    const loader = await bundle('sandbox/frame/loader.ts', 'iife', rootDir);
    const sdk = await bundle('plugins/kit/sdk/index.ts', 'esm', rootDir);
    const cardSdk = await bundle('plugins/kit/sdk/card.ts', 'iife', rootDir, 'kit');
    const attacker = await bundle('sandbox/attacks/fuzz/attacker.ts', 'esm', rootDir);
    const sender = await bundle('sandbox/attacks/fuzz/sender.ts', 'iife', rootDir);
    const guestRealm = await bundle('sandbox/bridge/testing/guest-realm.ts', 'iife', rootDir);
    const scripts = { sdk, 'card-sdk': cardSdk, attacker, 'guest-realm': guestRealm };
    return { renderFramePage, loader, scripts, sender };
  })();

  return async (context, next) => {
    if (!context.path.startsWith('/.portico/fixture/')) return next();
    const { renderFramePage, loader, scripts, sender } = await parts;
    const port = context.host.split(':')[1];
    const script = /\/([a-z-]+)\.js$/.exec(context.path)?.[1];
    if (script !== undefined && Object.hasOwn(scripts, script)) {
      context.type = 'text/javascript';
      context.body = scripts[script];
    } else if (context.path.endsWith('/guest-realm.html')) {
      context.type = 'text/html';
      context.body = '<!doctype html><script src="guest-realm.js"></script>';
    } else if (context.path.endsWith('/sender.html')) {
      context.type = 'text/html';
      context.body = `<!doctype html><title>a stranger</title><script>${sender}</script>`;
    } else if (context.path.endsWith('/frame.html')) {
      const page = renderFramePage({
        loader,
        nonce: 'fixture-nonce-0000',
        containerOrigin: `http://localhost:${port}`,
        domains: { connect: [], image: [], media: [] },
      });
      for (const [name, value] of Object.entries(page.headers)) context.set(name, value);
      context.body = page.html;
    } else if (context.path.endsWith('/silent.html')) {
      context.type = 'text/html';
      context.body = '<!doctype html><title>no loader here</title>';
    } else if (context.path.endsWith('/impostor.html')) {
      context.type = 'text/html';
      context.body = `<!doctype html><script>parent.postMessage({ portico: 'loader', versions: [1], nonce: 'guess' }, '*')</script>`;
    } else context.status = 404;
  };
}
