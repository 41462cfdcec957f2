import type { ParseArgsConfig } from 'node:util';

/** 0: fine. 1: there are findings of severity error. 2: something cannot be read, written or reached. */
export type ExitCode = 0 | 1 | 2;

export interface Streams {
  /** Results; what a script reads. */
  out(line: string): void;
  /** Progress and problems; what a person reads. */
  say(line: string): void;
}

/** Option values as `node:util` parses them; every option of ours is a string or a flag. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

export interface Invocation extends Streams {
  readonly operands: readonly string[];
  readonly options: Options;
  readonly env: NodeJS.ProcessEnv;
}

/** One subcommand. Its help is written from these fields. */
export interface Command {
  readonly name: string;
  /** After `portico <name> `. */
  readonly usage: string;
  /** One sentence. */
  readonly says: string;
  readonly options: Readonly<
    Record<string, { type: 'string' | 'boolean'; short?: string; says: string; value?: string }>
  >;
  readonly examples: readonly string[];
  run(invocation: Invocation): Promise<ExitCode>;
}

/** The part of a command's options that the parser needs. */
export function parserOptions(command: Command): NonNullable<ParseArgsConfig['options']> {
  const own = Object.entries(command.options).map(([name, { type, short }]) => [
    name,
    { type, ...(short && { short }) },
  ]);
  return { ...Object.fromEntries(own), help: { type: 'boolean', short: 'h' } };
}
