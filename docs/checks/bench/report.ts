import type { Machine } from './machine.ts';
import type { Figure, PartResult } from './result.ts';

/** A part as it was last measured, on whichever machine that was. */
export interface Measured extends PartResult {
  readonly measuredAt: string;
  readonly machine: Machine;
}

const number = (value: number): string =>
  value >= 1_000
    ? Math.round(value).toLocaleString('en')
    : value >= 100
      ? value.toFixed(0)
      : value >= 10
        ? value.toFixed(1)
        : value.toPrecision(2);

const cells = ({ what, value, unit, against, ratio, goal }: Figure): string[] => [
  what,
  `${number(value)} ${unit}`,
  against ? `${against.what}: ${number(against.value)}` : '',
  ratio === undefined ? '' : `${ratio.toFixed(2)}×`,
  goal ?? '',
];
const heads = ['what', 'here', 'held against', 'ratio', 'goal'];

/** For a terminal. */
export function textOf({ title, figures }: PartResult): string {
  const rows = [heads, ...figures.map(cells)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
  return [`\n${title}`, ...lines].join('\n');
}

const row = (row: readonly string[]): string => `| ${row.join(' | ')} |`;

const sectionOf = ({ title, how, figures, measuredAt, machine }: Measured): string =>
  [
    `## ${title}`,
    '',
    how,
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...figures.map((figure) => row(cells(figure))),
    '',
    `Measured ${measuredAt} on ${machine.description}; ${machine.versions}; load ${machine.load} before it began.`,
    '',
  ].join('\n');

const introduction = `# Benchmarks

\`npm run bench\` measures side by side in one run and writes this page; \`npm run bench -- bridge opening\` measures those
parts only and leaves the others as they were, \`npm run bench -- sandbox\` all that is about opening and running apps.
Machines are noisy: quote ratios, and never test against a time. A goal is what the design asks for, met or not.
`;

/** The reference page with one part measured anew, in the place it has, or at the end. */
export function pageWith(page: string, measured: Measured): string {
  const sections = page.split(/^(?=## )/m).slice(1);
  const place = sections.findIndex((section) => section.startsWith(`## ${measured.title}\n`));
  const written = sections.map((section) => `${section.trimEnd()}\n`);
  written.splice(place < 0 ? written.length : place, place < 0 ? 0 : 1, sectionOf(measured));
  return [introduction, ...written].join('\n');
}
