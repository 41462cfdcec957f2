/** Said about every Node 20, which oidc-provider was found to work on. */
const NOISE = /^oidc-provider WARNING: Unsupported runtime/;

/** pino's numbers from which a line is shown with its level. */
const LEVELS = [
  [50, 'ERROR '],
  [40, 'warning '],
] as const;
/** Members that say nothing here: the time is now and the process is named in front. */
const UNSAID = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'err']);
const ERROR_LEVEL = 50;

/**
 * A line of a part's output for a person at a terminal: JSON log lines become the message with its members behind it,
 * everything else stays as it is. `undefined` for a line that tells nobody anything.
 */
export function readableLine(line: string): string | undefined {
  if (NOISE.test(line)) return undefined;
  const entry = parseLogLine(line);
  if (!entry) return line;
  const level = Number(entry.level);
  const grade = LEVELS.find(([from]) => level >= from)?.[1] ?? '';
  const members = Object.entries(entry)
    .filter(([name]) => !UNSAID.has(name))
    .map(([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${grade}${entry.msg}${members.join('')}${errorText(entry.err, level)}`;
}

/** An error's code and message; its stack, on lines of its own, where it is one for the log's reader to look into. */
function errorText(error: unknown, level: number): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, message, stack } = error as Readonly<Record<string, unknown>>;
  const said = `: ${typeof code === 'string' ? `${code} ` : ''}${String(message)}`;
  const frames = typeof stack === 'string' ? stack.split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return level >= ERROR_LEVEL ? [said, ...frames].join('\n') : said;
}

function parseLogLine(line: string): (Readonly<Record<string, unknown>> & { readonly msg: string }) | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('msg' in value) || typeof value.msg !== 'string')
      return undefined;
    return { ...value, msg: value.msg };
  } catch {
    return undefined;
  }
}
