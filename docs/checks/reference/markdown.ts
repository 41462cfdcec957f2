/** The few forms of Markdown that generated pages use. */
export const page = (title: string, intro: string, ...parts: readonly string[]): string =>
  `# ${title}\n\n${intro}\nThis page is generated from the code; do not edit it.\n\n${parts.join('\n').trimEnd()}\n`;

const row = (cells: readonly (string | number)[]): string =>
  `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |\n`;

/** A table with a heading row; empty text when there are no rows. */
export const table = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  rows.length === 0 ? '' : row(heads) + row(heads.map(() => '---')) + rows.map(row).join('');

export const code = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\`\n`;

export const inline = (text: string): string => `\`${text}\``;

export const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** `30 s`, `2 min`; `null` is a sheet that stays open as long as the customer looks at it. */
export function duration(milliseconds: number | null): string {
  if (milliseconds === null) return 'as long as its sheet is open';
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000} s` : `${milliseconds} ms`;
}
