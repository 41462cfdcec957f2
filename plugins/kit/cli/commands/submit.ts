import { readPackage } from '../../../../registry/publishing/engine/index.ts';
import type { Command, ExitCode, Invocation } from '../command.ts';
import { readBytes } from '../files.ts';
import { choiceOption, oneOperand, required, textOption } from '../options.ts';
import { withProgress } from '../progress.ts';
import { type Answer, createRegistryApi, parseSubmission, problemText, type RegistryApi } from '../registry-api.ts';
import { openReleaseKey, type ReleaseKey } from '../release-key.ts';

export const submit: Command = {
  name: 'submit',
  usage: 'FILE --registry URL --token TOKEN [--key FILE]',
  says: 'Signs a package with your release key and submits it for review.',
  options: {
    registry: { type: 'string', value: 'URL', says: 'address of the registry (or PORTICO_REGISTRY)' },
    token: {
      type: 'string',
      value: 'TOKEN',
      says: 'your access token (or, kept out of the shell history, PORTICO_TOKEN)',
    },
    key: { type: 'string', value: 'FILE', says: 'release key; without it one is made for you and registered' },
    format: { type: 'string', value: 'text|json', says: 'how to print the submission' },
  },
  examples: [
    'tea-house.zip --registry https://registry.bank.example --token pt_…',
    'tea-house.zip --registry http://127.0.0.1:8080 --token pt_… --key keys/release.json --format json',
  ],
  async run(invocation) {
    const { operands, options, env, say } = invocation;
    const file = oneOperand(operands, 'FILE');
    const registry = required(textOption(options, 'registry') ?? env.PORTICO_REGISTRY, '--registry');
    const token = required(textOption(options, 'token') ?? env.PORTICO_TOKEN, '--token');
    const archive = await readBytes(file);
    const { release, digest } = await readPackage(archive);
    const given = textOption(options, 'key');
    const key = await openReleaseKey(given, env);
    if (key.isNew) say(`made a release key: ${key.file}. Keep a copy; losing it means registering another.`);
    const api = createRegistryApi(registry, token);

    const upload = () =>
      withProgress(`submitting ${file}`, { say }, () =>
        api.call('POST', '/api/v1/submissions', {
          headers: {
            'content-type': 'application/zip',
            'portico-key-id': key.keyId,
            'portico-release-signature': key.sign(`portico-release-v1\n${release.appId}\n${digest}`),
          },
          body: archive,
        }),
      );
    let answer = await upload();
    if (given === undefined && isUnknownKey(answer)) {
      const registered = await register(api, key);
      answer = registered.ok ? await upload() : registered;
    }
    return report(answer, invocation);
  },
};

/** A key of our own making may not be registered yet, or not with this registry. */
function isUnknownKey(answer: Answer): boolean {
  return !answer.ok && answer.problem.code === 'ERR_PUBLISHING_RELEASE_KEY';
}

function register(api: RegistryApi, { publicKey }: ReleaseKey): Promise<Answer> {
  return api.call('POST', '/api/v1/partner/keys', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ publicKey }),
  });
}

function report(answer: Answer, { options, out, say }: Invocation): ExitCode {
  if (!answer.ok) {
    say(problemText(answer.problem));
    return answer.problem.status === 422 ? 1 : 2;
  }
  const { id, appId, version, digest, state } = parseSubmission(answer.body);
  if (choiceOption(options, 'format', ['text', 'json']) === 'json') {
    out(JSON.stringify({ id, appId, version, digest, state }));
  } else {
    out(`${appId} ${version} is ${state}`);
    out(`digest     ${digest}`);
    out(`submission ${id}`);
    out(`Follow it with: portico status ${id} --registry … --token …`);
  }
  return 0;
}
