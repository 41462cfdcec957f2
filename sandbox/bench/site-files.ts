/** An app's files: package path → bytes. */
export type SiteFiles = ReadonlyMap<string, Uint8Array>;

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
};

export const contentType = (path: string): string => types[path.split('.').pop() ?? ''] ?? 'application/octet-stream';

/** On a site of its own, what the frame's loader turns into blob addresses is an ordinary path. */
export const plainTexts = (packed: SiteFiles): SiteFiles =>
  new Map(
    [...packed].map(([path, bytes]) => {
      const isText = /\.(?:html|js|css)$/.test(path);
      return [path, isText ? Buffer.from(Buffer.from(bytes).toString().replaceAll('portico:/', '/')) : bytes];
    }),
  );
