/** Said about every Node 20, which oidc-provider was found to work on. */
const NOISE = /^oidc-provider WARNING: Unsupported runtime/;

/** pino's numbers from which a line is shown with its level. */
const LEVELS = [
  [50, 'ERROR '],
  [40, 'warning '],
] as const;
/** Members that say nothing here: the time is now and the process is named in front. */
const UNSAID = new Set(['level', 'time', 'pid', 'hostname', 'msg']);

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
  return `${grade}${entry.msg}${members.join('')}`;
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
