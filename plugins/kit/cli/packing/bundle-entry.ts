import { join, posix, relative, sep } from 'node:path';
import { init as loadLexer, parse as parseImports } from 'es-module-lexer';
import { type BuildResult, build, type Loader, type Metafile } from 'esbuild';
import { PorticoError } from '../../../../sandbox/contract/index.ts';
import { readBytes } from '../files.ts';
import { kitFolder } from '../kit-folder.ts';
import { type Reference, readEntryPage } from './entry-page.ts';

/** The frame's loader turns `portico:/path` into the address of that file of the package. */
const PLACEHOLDER = 'portico:/';
const FILE_LOADERS = Object.fromEntries(
  [
    'png',
    'jpg',
    'jpeg',
    'gif',
    'webp',
    'avif',
    'svg',
    'woff',
    'woff2',
    'ttf',
    'otf',
    'mp3',
    'mp4',
    'm4a',
    'webm',
    'ogg',
    'wav',
    'wasm',
  ].map((extension) => [`.${extension}`, 'file' as Loader]),
);

/**
 * Bundles the entry page with everything it refers to into the packed form: scripts import each other as `portico:/…`
 * (the import map's keys), and style sheets, pictures and the page refer to files by the same placeholders.
 * @returns package path → content
 */
export async function bundleEntry(
  sources: string,
  entry: string,
  { minify }: { readonly minify: boolean },
): Promise<Map<string, Uint8Array>> {
  const html = Buffer.from(await readBytes(join(sources, entry))).toString('utf8');
  const page = readEntryPage(html);
  const folder = posix.dirname(entry);
  const files = new Map<string, Uint8Array>();

  const bundled = page.references.filter(({ kind }) => kind !== 'file');
  const sourceOf = ({ address }: Reference) =>
    posix.normalize(posix.join(address.startsWith('/') ? '.' : folder, address));
  const outputs = bundled.length > 0 ? await bundle(sources, bundled.map(sourceOf), minify) : undefined;
  for (const [path, bytes] of outputs?.files ?? []) files.set(path, bytes);

  const replacements: { start: number; end: number; text: string }[] = [];
  const extraStyles = new Set<string>();
  for (const reference of page.references) {
    const source = sourceOf(reference);
    let path = source;
    if (reference.kind === 'file') files.set(path, await readBytes(join(sources, source)));
    else {
      const output = outputs?.entries.get(source);
      if (!output) throw new PorticoError('ERR_CLI_BUNDLE', { detail: `${source} gave no output.` });
      path = output.path;
      if (output.style) extraStyles.add(output.style);
    }
    replacements.push({
      start: reference.start,
      end: reference.end,
      text: `${reference.attribute}="${PLACEHOLDER}${path}"`,
    });
  }
  const links = [...extraStyles].map((path) => `<link rel="stylesheet" href="${PLACEHOLDER}${path}">`).join('');
  if (links) replacements.push({ start: page.headEnd, end: page.headEnd, text: links });
  files.set(entry, Buffer.from(replaceAll(html, replacements)));
  return files;
}

interface Bundle {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Source path → its script or style sheet, and the style sheet that a script's CSS imports became. */
  readonly entries: ReadonlyMap<string, { readonly path: string; readonly style: string | undefined }>;
}

async function bundle(sources: string, entryPoints: readonly string[], minify: boolean): Promise<Bundle> {
  const outdir = join(sources, '.portico-out');
  const result = await run(sources, [...new Set(entryPoints)], outdir, minify);
  const pathOf = (output: string) => relative(outdir, output).split(sep).join('/');
  const files = new Map<string, Uint8Array>();
  await loadLexer;
  for (const { path, contents } of result.outputFiles) {
    files.set(pathOf(path), path.endsWith('.js') ? withPlaceholders(pathOf(path), contents) : contents);
  }
  const entries = new Map<string, { path: string; style: string | undefined }>();
  for (const [output, { entryPoint, cssBundle }] of Object.entries(result.metafile.outputs)) {
    if (entryPoint === undefined) continue;
    const path = pathOf(join(sources, output));
    entries.set(entryPoint, { path, style: cssBundle === undefined ? undefined : pathOf(join(sources, cssBundle)) });
  }
  return { files, entries };
}

async function run(sources: string, entryPoints: readonly string[], outdir: string, minify: boolean) {
  try {
    return (await build({
      absWorkingDir: sources,
      entryPoints: entryPoints.map((path) => `./${path}`),
      outdir,
      outbase: sources,
      write: false,
      metafile: true,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      minify,
      charset: 'utf8',
      legalComments: 'eof',
      publicPath: PLACEHOLDER.slice(0, -1),
      entryNames: '[dir]/[name]',
      chunkNames: 'chunks/[name]-[hash]',
      assetNames: 'assets/[name]-[hash]',
      loader: FILE_LOADERS,
      alias: { '@portico/sdk': join(kitFolder(), 'sdk', 'index.ts') },
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'silent',
    })) as BuildResult<{ write: false; metafile: true }> & { metafile: Metafile };
  } catch (cause) {
    throw new PorticoError('ERR_CLI_BUNDLE', { detail: firstFault(cause), cause });
  }
}

/** esbuild writes imports between its outputs as relative paths; in a frame they are keys of the import map. */
function withPlaceholders(path: string, contents: Uint8Array): Uint8Array {
  const text = Buffer.from(contents).toString('utf8');
  const [imports] = parseImports(text);
  const replacements = imports.flatMap((found) => {
    if (found.type === 'import-meta' || found.specifier === undefined) return [];
    if (!/^\.{1,2}\//.test(found.specifier)) return [];
    const target = PLACEHOLDER + posix.normalize(posix.join(posix.dirname(path), found.specifier));
    // A dynamic import's place is its whole argument, quotes included; a static one's is the text between them.
    const isQuoted = /^["'`]/.test(text.slice(found.start, found.end));
    return [{ start: found.start, end: found.end, text: isQuoted ? JSON.stringify(target) : target }];
  });
  return replacements.length === 0 ? contents : Buffer.from(replaceAll(text, replacements));
}

function replaceAll(text: string, replacements: readonly { start: number; end: number; text: string }[]): string {
  let replaced = text;
  for (const { start, end, text: by } of replacements.toSorted((left, right) => right.start - left.start)) {
    replaced = replaced.slice(0, start) + by + replaced.slice(end);
  }
  return replaced;
}

export function firstFault(cause: unknown): string {
  const errors = cause instanceof Error && 'errors' in cause && Array.isArray(cause.errors) ? cause.errors : [];
  const [first] = errors as { text?: string; location?: { file: string; line: number; column: number } | null }[];
  if (!first?.text) return cause instanceof Error ? cause.message : 'The bundler failed.';
  const at = first.location ? `${first.location.file}:${first.location.line}:${first.location.column + 1}: ` : '';
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return `${at}${first.text}${more}`;
}
