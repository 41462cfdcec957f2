import { rules } from '../../../registry/publishing/engine/index.ts';
import { inline, page, table } from './markdown.ts';

/** Findings that do not come from a rule of the list, and where they come from. */
const others = [
  ['coverage/degraded', 'warning', 'A file that could not be analysed, so that the rules know nothing about it.'],
  [
    'network/bank-hosts',
    'error',
    'A declared address that belongs to the bank itself. Only the server knows those, so `portico check` is silent about it.',
  ],
  [
    'package/…, json/…, manifest/…',
    'error',
    'A package or manifest that cannot be read: the part of an [error code](errors.md) after `ERR_`.',
  ],
] as const;

export function rulesPage(): string {
  return page(
    'Review rules',
    'What `portico check` and the registry look for. An error rejects the submission, warnings and notes are shown to the reviewers. A rule that fails or takes longer than ten seconds counts as an error.',
    table(
      ['rule', 'severity', 'what', 'why', 'what to do'],
      rules.map(({ id, severity, what, why, fix }) => [inline(id), severity, what, why, fix]),
    ),
    '## Other findings\n',
    table(
      ['finding', 'severity', 'what'],
      others.map(([id, severity, what]) => [inline(id), severity, what]),
    ),
  );
}
