import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { PorticoError, parseAppId } from '../../../../sandbox/contract/index.ts';
import type { Command } from '../command.ts';
import { kindOf, readBytes, writeBytes } from '../files.ts';
import { kitFolder } from '../kit-folder.ts';
import { oneOperand, textOption } from '../options.ts';
import { filesUnder } from '../packing/folder.ts';

const EXAMPLE_ID = 'com.example.tea';

export const init: Command = {
  name: 'init',
  usage: 'DIR [--app-id ID]',
  says: 'Starts a new mini-app that works as it is.',
  options: { 'app-id': { type: 'string', value: 'ID', says: 'reverse-DNS name of the app, such as com.example.tea' } },
  examples: ['tea-house', 'tea-house --app-id com.example.tea'],
  async run({ operands, options, out }) {
    const folder = oneOperand(operands, 'DIR');
    const appId = textOption(options, 'app-id') ?? EXAMPLE_ID;
    if (!parseAppId(appId)) {
      throw new PorticoError('ERR_CLI_USAGE', { detail: `${appId} is not a reverse-DNS name in lower case.` });
    }
    const kind = await kindOf(folder);
    if (kind === 'file' || (kind === 'folder' && (await readdir(folder)).length > 0)) {
      throw new PorticoError('ERR_CLI_NOT_EMPTY', { detail: folder });
    }
    const template = join(kitFolder(), 'template');
    for (const path of await filesUnder(template)) {
      const bytes = await readBytes(join(template, path));
      const isManifest = path === 'manifest.json';
      const text = isManifest && Buffer.from(bytes).toString('utf8').replace(EXAMPLE_ID, appId);
      await writeBytes(join(folder, path), text || bytes);
    }
    out(`${basename(resolve(folder))} is ready: ${appId}`);
    out(`Next:  portico check ${folder}`);
    out(`       portico pack ${folder} -o ${basename(resolve(folder))}.zip`);
    return 0;
  },
};
