/** Starts the container: choices, language, root element; then what may wait. */
import { startBackground } from './background.ts';
import { speak } from './locale.ts';
import './portico-shell.ts';
import { createServices } from './services.ts';

const services = createServices(window);

/**
 * A function and no `await` of the module's own: a language's file imports this one, and would wait for it to have run
 * while it waited for the language.
 */
async function start(): Promise<void> {
  services.preferences.subscribe(({ locale }) => void speak(locale));
  await speak(services.preferences.value.locale);
  const shell = document.querySelector('portico-shell');
  shell?.start(services);
  void services.catalogue.refresh();
  // Offline the customer stays unknown, and every page that needs them says so.
  services.session.refresh().catch((error: unknown) => console.info('portico: the customer is not known yet', error));
  startBackground(services, async () => shell?.loadPlayer());
}

void start();
