import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const passedOver = new Set(['node_modules', 'dist', 'test-results']);

/** Every Markdown page of the repository as a path from the root with forward slashes, sorted. */
export function markdownFiles(root: string): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (passedOver.has(entry.name) || entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.name.endsWith('.md')) found.push(relative(root, path).split(sep).join('/'));
    }
  };
  walk(root);
  return found.sort();
}

export interface Prose {
  readonly path: string;
  /** Without fenced blocks. */
  readonly text: string;
  readonly blocks: readonly { readonly language: string; readonly text: string }[];
}

const FENCE = /^ *```([a-z]*)\n([\s\S]*?)^ *```$/gm;

export function readProse(root: string, path: string): Prose {
  const whole = readFileSync(join(root, path), 'utf8');
  const blocks = [...whole.matchAll(FENCE)].map(([, language = '', text = '']) => ({ language, text }));
  return { path, text: whole.replaceAll(FENCE, ''), blocks };
}

/** What is set as code, in the text and, for shell, in blocks. */
export function commandsOf({ text, blocks }: Prose): string[] {
  const inline = [...text.matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words);
  const shell = blocks.filter(({ language }) => language === 'sh').flatMap((block) => block.text.split(/\n|&&/));
  return [...inline, ...shell];
}

/** The anchor that GitHub gives a heading. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

export const anchorsOf = ({ text }: Prose): Set<string> =>
  new Set([...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)));
