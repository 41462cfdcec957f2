import { errors } from '../../../sandbox/contract/index.ts';

export interface Page {
  readonly file: string;
  render(): string | Promise<string>;
}

const heading = (title: string, intro: string): string =>
  `# ${title}\n\n${intro}\nThis page is generated from the code; do not edit it.\n\n`;
const row = (...cells: readonly (string | number)[]): string =>
  `| ${cells.map((c) => String(c).replaceAll('|', '\\|')).join(' | ')} |\n`;

function errorsPage(): string {
  const areas = new Map<string, string>();
  for (const [code, { status, says, fix }] of Object.entries(errors)) {
    const area = code.split('_')[1] ?? '';
    areas.set(area, (areas.get(area) ?? '') + row(`\`${code}\``, status, says, fix));
  }
  let text = heading('Errors', 'Every code Portico answers with, what it means and what to do.');
  for (const [area, rows] of areas)
    text += `## ${area}\n\n${row('code', 'status', 'what is wrong', 'what to do')}${row('---', '---', '---', '---')}${rows}\n`;
  return text.trimEnd().concat('\n');
}

export const pages: readonly Page[] = [{ file: 'errors.md', render: errorsPage }];
