import { type Setting, settings } from '../../../registry/platform/index.ts';
import { inline, page, table } from './markdown.ts';

export function settingsPage(): string {
  const rows = Object.entries<Setting>(settings).map(([name, { default: otherwise, says }]) => [
    inline(name),
    says,
    otherwise,
  ]);
  return page(
    'Settings',
    'Every environment variable the server reads. An empty variable counts as not set; a wrong value stops the start with a sentence that names it, and exit code 2.',
    table(['variable', 'what it is', 'when not set'], rows),
    '`npm run build` reads one of its own, `PORTICO_TRUST_ROOT`: path of the root metadata that the container trusts from the first visit on. Not set, the container pins the first root it meets, which is for development only.\n',
  );
}
