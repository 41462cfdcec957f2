import type { Finding } from '../../../../registry/publishing/engine/index.ts';
import { PorticoError } from '../../../../sandbox/contract/index.ts';
import type { Command } from '../command.ts';
import { asText } from '../findings.ts';
import { choiceOption, oneOperand, required, textOption } from '../options.ts';
import { withProgress } from '../progress.ts';
import { createRegistryApi, isObject, parseSubmission, problemText } from '../registry-api.ts';

export const status: Command = {
  name: 'status',
  usage: 'ID --registry URL --token TOKEN',
  says: 'Tells how far a submission has come, and what review found.',
  options: {
    registry: { type: 'string', value: 'URL', says: 'address of the registry (or PORTICO_REGISTRY)' },
    token: { type: 'string', value: 'TOKEN', says: 'your access token (or PORTICO_TOKEN)' },
    format: { type: 'string', value: 'text|json', says: 'how to print it' },
  },
  examples: ['6f1c… --registry https://registry.bank.example --token pt_…', '6f1c… --format json'],
  async run({ operands, options, env, out, say }) {
    const id = oneOperand(operands, 'ID');
    const registry = required(textOption(options, 'registry') ?? env.PORTICO_REGISTRY, '--registry');
    const token = required(textOption(options, 'token') ?? env.PORTICO_TOKEN, '--token');
    const format = choiceOption(options, 'format', ['text', 'json']);
    const api = createRegistryApi(registry, token);
    const answer = await withProgress('asking the registry', { say }, () =>
      api.call('GET', `/api/v1/submissions/${encodeURIComponent(id)}`),
    );
    if (!answer.ok) {
      say(problemText(answer.problem));
      return 2;
    }
    const { appId, version, state } = parseSubmission(answer.body);
    const findings = parseFindings(answer.body);
    if (format === 'json') out(JSON.stringify(answer.body, undefined, 2));
    else {
      out(`${appId} ${version} is ${state}`);
      for (const line of historyLines(answer.body)) out(`  ${line}`);
      if (findings.length > 0) out(asText(`${appId} ${version}`, findings));
    }
    return state === 'REJECTED' || findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

function parseFindings(body: unknown): readonly Finding[] {
  const findings: unknown = isObject(body) ? body.findings : undefined;
  const isFinding = (value: unknown): value is Finding =>
    isObject(value) &&
    typeof value.rule === 'string' &&
    typeof value.severity === 'string' &&
    typeof value.message === 'string';
  if (Array.isArray(findings) && findings.every(isFinding)) return findings;
  throw new PorticoError('ERR_CLI_ANSWER', { detail: 'Its findings are not readable.' });
}

function historyLines(body: unknown): string[] {
  const history: unknown = isObject(body) ? body.history : undefined;
  if (!Array.isArray(history)) return [];
  return history.filter(isObject).map(({ at, state, by, reason }) =>
    // A reason may run over lines; here it stays one, so that it cannot be taken for a step of its own.
    [at, state, by, reason]
      .filter((part) => typeof part === 'string')
      .map((part) => part.replace(/[\s\p{Cc}]+/gu, ' '))
      .join('  '),
  );
}
