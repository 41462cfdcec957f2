import { cardLimits } from '../../../sandbox/contract/card/index.ts';
import type { ReleaseManifest } from '../../../sandbox/contract/manifest/index.ts';

/** What keeps a release's home-page cards from running, as sentences. They run at level `worker`, beside a sealed app. */
export function* cardFaults({ widgets, isolation, files }: ReleaseManifest): Generator<string> {
  if (widgets.length > 0 && isolation !== 'sealed') {
    yield `Cards belong to an app with isolation sealed; this one has ${isolation}. Remove them or change it.`;
  }
  const names = new Set<string>();
  for (const { name, path } of widgets) {
    if (names.has(name)) yield `Two cards are called ${name}; give each its own name.`;
    names.add(name);
    const file = files.find((candidate) => candidate.path === path);
    if (file === undefined) yield `The script ${path} of the card ${name} is not in the package.`;
    else if (file.type !== 'text/javascript') yield `The card ${name} is ${file.type}; a card is one script (.js).`;
    else if (file.size > cardLimits.scriptSize) {
      yield `The card ${name} has ${file.size} bytes; a card has ${cardLimits.scriptSize} at most.`;
    }
  }
}
