import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Options } from './command.ts';

/** The value of a text option; `undefined` when it was not given. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

export function choiceOption<const T extends string>(options: Options, name: string, choices: readonly [T, ...T[]]): T {
  const value = textOption(options, name);
  if (value === undefined) return choices[0];
  const chosen = choices.find((choice) => choice === value);
  if (!chosen) throw new PorticoError('ERR_CLI_USAGE', { detail: `--${name} is one of ${choices.join(', ')}.` });
  return chosen;
}

export function required(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new PorticoError('ERR_CLI_USAGE', { detail: `${what} is missing.` });
  return value;
}

export function oneOperand(operands: readonly string[], what: string): string {
  if (operands.length > 1) throw new PorticoError('ERR_CLI_USAGE', { detail: `Give one ${what}.` });
  return required(operands[0], what);
}
