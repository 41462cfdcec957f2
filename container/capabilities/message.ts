/** `message.subscribe`: which kinds of message the app may send. Each is asked once; the words are the manifest's. */
import { type GrantScope, PorticoError } from '../../sandbox/contract/index.ts';
import { textFor } from '../../sandbox/contract/manifest/index.ts';
import type { CapabilityHandlers } from '../../sandbox/host/index.ts';
import type { OpenApp } from '../state/open-app.ts';
import { type ConsentParts, declaredBy, reasonOf } from './consent.ts';
import { covering } from './cover.ts';

const scopeOf = (templateId: string): GrantScope => `message.${templateId}`;

export function messageCapability(
  app: OpenApp,
  { grants, preferences, session, sheets }: ConsentParts,
): Pick<CapabilityHandlers, 'message.subscribe'> {
  const { asker, release } = app;
  const declared = declaredBy(app);

  function titleOf(templateId: string): string {
    const named = release.manifest.messages?.find(({ id }) => id === templateId);
    if (!named) throw new PorticoError('ERR_CAPABILITY_NO_TEMPLATE', { detail: templateId });
    return textFor(named.title, preferences.value.locale, release.manifest.lang);
  }

  return {
    'message.subscribe': async ({ templateIds }, { appId, method, signal }) => {
      const titles = new Map(templateIds.map((id) => [scopeOf(id), titleOf(id)]));
      const current = await session.refresh();
      if (!current.signedIn) {
        const pending = { appId, path: app.launch.path, method };
        await covering(app, () => sheets.signIn({ asker, pending }));
        throw new PorticoError('ERR_BRIDGE_NOT_GRANTED');
      }
      const of = { userId: current.userId, appId };
      const answers = new Map<GrantScope, boolean>();
      for (const scope of titles.keys()) {
        const answer = await grants.answer(of, scope, declared);
        if (answer === 'granted' || answer === 'refused') answers.set(scope, answer === 'granted');
      }
      const open = [...titles.keys()].filter((scope) => !answers.has(scope));
      if (open.length > 0) {
        const reason = reasonOf(app, 'message', preferences.value.locale);
        const messages = Object.fromEntries(open.map((scope) => [scope, titles.get(scope) ?? '']));
        const question = { asker, scopes: open, reason, widened: false, messages };
        const agreed = await covering(app, () => sheets.consent(question, signal));
        if (agreed.length === 0 && signal.aborted) throw new PorticoError('ERR_BRIDGE_ABORTED');
        const refused = open.filter((scope) => !agreed.includes(scope));
        if (agreed.length > 0) await grants.give(of, agreed, declared);
        await grants.refuse(of, refused);
        for (const scope of open) answers.set(scope, agreed.includes(scope));
      }
      const told = templateIds.map((id) => [id, answers.get(scopeOf(id)) ? 'accepted' : 'refused'] as const);
      return { results: Object.fromEntries(told) };
    },
  };
}
