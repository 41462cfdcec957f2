import { readPackage } from '../../../../registry/publishing/engine/index.ts';
import type { Command } from '../command.ts';
import { writeBytes } from '../files.ts';
import { choiceOption, oneOperand, required, textOption } from '../options.ts';
import { packFolder } from '../packing/pack-folder.ts';
import { withProgress } from '../progress.ts';

export const pack: Command = {
  name: 'pack',
  usage: 'DIR -o FILE [options]',
  says: 'Bundles an app’s folder into a package.',
  options: {
    output: { type: 'string', short: 'o', value: 'FILE', says: 'the package to write' },
    'no-minify': { type: 'boolean', says: 'keep names and line breaks, to read the result' },
    format: { type: 'string', value: 'text|json', says: 'how to print what was packed' },
  },
  examples: ['tea-house -o tea-house.zip', '. -o ../tea-house.zip --no-minify', '. -o app.zip --format json'],
  async run({ operands, options, out, say }) {
    const folder = oneOperand(operands, 'DIR');
    const output = required(textOption(options, 'output'), '-o FILE');
    const format = choiceOption(options, 'format', ['text', 'json']);
    const archive = await withProgress(`packing ${folder}`, { say }, () =>
      packFolder(folder, { minify: options['no-minify'] !== true }),
    );
    // Read back by the registry's own reader: a package that it would refuse is not worth writing.
    const { release, digest, packedSize } = await readPackage(archive);
    await writeBytes(output, archive);
    const { appId, version, files } = release;
    if (format === 'json')
      out(JSON.stringify({ file: output, appId, version, digest, bytes: packedSize, files: files.length }));
    else {
      out(`${appId} ${version}: ${files.length} files, ${Math.ceil(packedSize / 1024)} KiB → ${output}`);
      out(`digest ${digest}`);
    }
    return 0;
  },
};
