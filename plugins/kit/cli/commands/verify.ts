import { join } from 'node:path';
import { PorticoError, parseAppId } from '../../../../sandbox/contract/index.ts';
import type { Command } from '../command.ts';
import { configFolder } from '../config-folder.ts';
import { choiceOption, oneOperand, required, textOption } from '../options.ts';
import { withProgress } from '../progress.ts';
import { parseAddress } from '../registry-api.ts';
import { verifyApp } from '../verification.ts';

export const verify: Command = {
  name: 'verify',
  usage: 'APP_ID --registry URL [--root FILE]',
  says: 'Proves from the registry’s signed metadata which release of an app is live, and that two people approved it.',
  options: {
    registry: { type: 'string', value: 'URL', says: 'address of the registry (or PORTICO_REGISTRY)' },
    root: { type: 'string', value: 'FILE', says: 'trusted root metadata; without it the first one seen is pinned' },
    format: { type: 'string', value: 'text|json', says: 'how to print it' },
  },
  examples: [
    'com.example.tea --registry https://registry.bank.example --root bank-root.json',
    'com.example.tea --registry http://127.0.0.1:8080 --format json',
  ],
  async run({ operands, options, env, out, say }) {
    const appId = oneOperand(operands, 'APP_ID');
    if (!parseAppId(appId)) throw new PorticoError('ERR_CLI_USAGE', { detail: `${appId} is not an app id.` });
    const { origin, host } = parseAddress(
      required(textOption(options, 'registry') ?? env.PORTICO_REGISTRY, '--registry'),
    );
    const format = choiceOption(options, 'format', ['text', 'json']);
    const folder = join(configFolder(env), 'registries', host.replaceAll(':', '_'));
    const rootFile = textOption(options, 'root');
    const verified = await withProgress(`verifying ${appId}`, { say }, () =>
      verifyApp(appId, { registry: origin, folder, rootFile }),
    ).catch((error: unknown) => {
      if (error instanceof PorticoError && error.code === 'ERR_CLI_VERIFY') return error;
      throw error;
    });
    if (verified instanceof PorticoError) {
      say(`${verified.message}\n${verified.entry.fix}`);
      return 1;
    }
    if (verified.some(({ firstUse }) => firstUse)) {
      say(
        `trusting ${origin} as of now; its root is pinned in ${folder}. Use --root to trust one you obtained elsewhere.`,
      );
    }
    for (const { manifest, digest, percent, partnerName, audience, approvedBy } of verified) {
      if (format === 'json') {
        out(JSON.stringify({ appId, version: manifest.version, digest, percent, partnerName, audience, approvedBy }));
        continue;
      }
      out(`${appId} ${manifest.version} is live for ${percent} % of customers of ${audience}`);
      out(`  digest      ${digest}`);
      out(`  partner     ${partnerName}`);
      out(`  approved by ${approvedBy.join(' and ')}`);
    }
    return 0;
  },
};
