import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { extensionOf } from '../engine/media-types.ts';
import type { Rule } from '../engine/rule.ts';

const PRESET = '@secretlint/secretlint-rule-preset-recommend';
/** Text is looked at in pieces, so that the time of one search is bounded; pieces overlap by more than a key is long. */
const PIECE = 256 * 1024;
const OVERLAP = 4 * 1024;

export const secretsShipped: Rule = {
  id: 'secrets/shipped',
  severity: 'error',
  what: 'Keys, tokens and passwords of known services and private keys in the files of the package.',
  why: 'Everybody who opens the app can read its files, and use the key.',
  fix: 'Revoke the key now, keep the new one on your server, and call the service from there.',
  open: (_pkg, report) => ({
    async file(file) {
      const text = file.text;
      if (text === undefined) return;
      const seen = new Set<number>();
      for (let from = 0; from < text.length; from += PIECE - OVERLAP) {
        for (const { offset, kind } of await secretsIn(text.slice(from, from + PIECE), file.path)) {
          if (seen.has(from + offset)) continue;
          seen.add(from + offset);
          const message = `This looks like a secret (${kind}). Revoke it, and keep its successor on your server.`;
          report({ message, file: file.path, ...file.positionOf(from + offset) });
        }
      }
    },
  }),
};

/** The messages are ours: the library's would repeat the secret. */
async function secretsIn(content: string, path: string): Promise<{ offset: number; kind: string }[]> {
  const { messages } = await lintSource({
    source: { filePath: `/package/${path}`, content, ext: `.${extensionOf(path)}`, contentType: 'text' },
    options: { config: { rules: [{ id: PRESET, rule: creator }] }, maskSecrets: true, noPhysicFilePath: true },
  });
  return messages.map(({ range, messageId, ruleId }) => ({
    offset: range[0],
    kind: (messageId || ruleId).toLowerCase().replaceAll('_', ' '),
  }));
}
