import { packageQuotas } from '../../../sandbox/contract/quotas.ts';
import { attribute, elementsOf } from '../engine/markup.ts';
import { addressedFile } from '../engine/package-address.ts';
import type { Rule } from '../engine/rule.ts';

const MOST = packageQuotas.firstLoad;
/** From here on a customer on a slow network waits longer than a second. */
const ADVISED = 512 * 1024;

export const sizeFirstLoad: Rule = {
  id: 'size/first-load',
  severity: 'error',
  what: 'An entry page that needs more than 2 MB of scripts and styles before it can start.',
  why: 'The app opens slowly, and on a slow network not within the ten seconds it is given.',
  fix: 'Load what the first screen does not need with import(), and look for large libraries.',
  open(pkg, report) {
    const sizes = new Map(pkg.release.files.map(({ path, size }) => [path, size]));
    const needs = new Map<string, readonly string[]>();
    const packagePath = (from: string, address: string): string[] => {
      const path = addressedFile(pkg.release, from, address);
      return path === undefined ? [] : [path];
    };
    return {
      file(file) {
        if (file.type === 'text/javascript')
          needs.set(
            file.path,
            file.staticImports.flatMap((address) => packagePath(file.path, address)),
          );
        if (file.path !== pkg.release.entry || !file.document) return;
        const first: string[] = [];
        for (const element of elementsOf(file.document)) {
          const address =
            element.tagName === 'script'
              ? attribute(element, 'src')
              : isStyleSheet(element)
                ? attribute(element, 'href')
                : undefined;
          if (address !== undefined) first.push(...packagePath(file.path, address));
        }
        needs.set(file.path, first);
      },
      end() {
        const loaded = new Set<string>();
        const waiting = [pkg.release.entry];
        for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
          if (loaded.has(path)) continue;
          loaded.add(path);
          waiting.push(...(needs.get(path) ?? []));
        }
        const bytes = [...loaded].reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);
        if (bytes <= ADVISED) return;
        const severity = bytes > MOST ? 'error' : 'note';
        const message = `The first screen needs ${Math.ceil(bytes / 1024)} KiB; the limit is ${MOST / 1024} KiB, and ${ADVISED / 1024} KiB feels quick. Load the rest with import().`;
        report({ severity, message, file: pkg.release.entry });
      },
    };
  },
};

function isStyleSheet(element: Parameters<typeof attribute>[0]): boolean {
  return element.tagName === 'link' && (attribute(element, 'rel') ?? '').toLowerCase().includes('stylesheet');
}
