import { errors } from '../../../sandbox/contract/index.ts';
import { inline, page, table } from './markdown.ts';

export function errorsPage(): string {
  const areas = new Map<string, (readonly (string | number)[])[]>();
  for (const [code, { status, says, fix }] of Object.entries(errors)) {
    const area = code.split('_')[1] ?? '';
    areas.set(area, [...(areas.get(area) ?? []), [inline(code), status, says, fix]]);
  }
  return page(
    'Errors',
    'Every code Portico answers with, what it means and what to do. HTTP answers are RFC 9457 problems with these codes.',
    ...[...areas].map(
      ([area, rows]) => `## ${area}\n\n${table(['code', 'status', 'what is wrong', 'what to do'], rows)}`,
    ),
  );
}
