/** The pages of `docs/reference`, each made from the code it describes. */
import { attacksPage } from './attacks-page.ts';
import { bridgePage } from './bridge-page.ts';
import { cliPage } from './cli-page.ts';
import { errorsPage } from './errors-page.ts';
import { httpApiPage } from './http-api-page.ts';
import { manifestPage } from './manifest-page.ts';
import { rulesPage } from './rules-page.ts';
import { settingsPage } from './settings-page.ts';

export interface Page {
  readonly file: string;
  /** `root`: folder of the repository, with a slash at its end. */
  render(root: string): string | Promise<string>;
}

export const pages: readonly Page[] = [
  { file: 'attacks.md', render: attacksPage },
  { file: 'bridge.md', render: bridgePage },
  { file: 'cli.md', render: cliPage },
  { file: 'errors.md', render: errorsPage },
  { file: 'http-api.md', render: httpApiPage },
  { file: 'manifest.md', render: manifestPage },
  { file: 'rules.md', render: rulesPage },
  { file: 'settings.md', render: settingsPage },
];
