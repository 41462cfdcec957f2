import type { Command } from './command.ts';

export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'portico: build, check and publish mini-apps for the bank’s container.',
    '',
    'Usage: portico <command> [options]',
    '',
    ...commands.map(({ name, says }) => `  ${name.padEnd(width)}  ${says}`),
    '',
    'A first app:',
    '  portico init tea-house',
    '  portico check tea-house',
    '  portico pack tea-house -o tea-house.zip',
    '',
    'Exit codes: 0 fine; 1 findings of severity error; 2 something cannot be read, written or reached.',
    'portico <command> --help tells more.',
  ].join('\n');
}

export function commandHelp({ name, usage, says, options, examples }: Command): string {
  const rows = Object.entries(options).map(([option, { short, value, says: what }]) => {
    const names = `${short ? `-${short}, ` : ''}--${option}${value ? ` ${value}` : ''}`;
    return [names, what] as const;
  });
  const width = Math.max(0, ...rows.map(([names]) => names.length));
  return [
    says,
    '',
    `Usage: portico ${name} ${usage}`,
    ...(rows.length > 0 ? ['', 'Options:', ...rows.map(([names, what]) => `  ${names.padEnd(width)}  ${what}`)] : []),
    '',
    'Examples:',
    ...examples.map((example) => `  portico ${name} ${example}`),
  ].join('\n');
}
