/** Which element is shown for each sheet that a mini-app can have opened, and where its code is. Loaded with the first. */
import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { createScanner } from '../services/scanning.ts';
import type { AppSheet, AppSheets } from '../state/sheets.ts';
import { trustedAddress } from './trusted-address.ts';

/** `settle(undefined)`: closed without an answer. */
export type AppSheetDrawing<S extends AppSheet> = (
  question: AppSheets[S]['question'],
  settle: (answer: AppSheets[S]['answer'] | undefined) => void,
) => TemplateResult;
interface Entry<S extends AppSheet> {
  load(): Promise<unknown>;
  readonly draw: AppSheetDrawing<S>;
}

const confirmSheet = () => import('../screens/confirm/confirm-sheet.ts');
const startScanner = () =>
  createScanner(() => new Worker(trustedAddress('scanning'), { type: 'module', name: 'scanning' }));

const table: { readonly [S in AppSheet]: Entry<S> } = {
  confirm: {
    load: confirmSheet,
    draw: ({ asker, text, confirm, cancel, danger = false }, settle) => html`<confirm-sheet
      icon="info"
      heading=${asker.name}
      .quote=${text}
      .action=${confirm ?? msg('确定', { id: 'confirm.yes' })}
      .refusal=${cancel ?? msg('取消', { id: 'confirm.no' })}
      ?danger=${danger}
      .settled=${settle}
    ></confirm-sheet>`,
  },
  leave: {
    load: confirmSheet,
    draw: ({ asker, text }, settle) => html`<confirm-sheet
      icon="leave"
      heading=${msg(str`离开“${asker.name}”？`, { id: 'leave.title' })}
      .quote=${text}
      .action=${msg('离开', { id: 'leave.action' })}
      .refusal=${msg('留下', { id: 'leave.stay' })}
      .settled=${settle}
    ></confirm-sheet>`,
  },
  openUrl: {
    load: confirmSheet,
    draw: ({ asker, address }, settle) => html`<confirm-sheet
      icon="alert"
      heading=${msg('即将离开银行', { id: 'open-url.title' })}
      .lead=${msg(str`“${asker.name}”要打开一个银行以外的网页。请不要在那里输入银行密码或验证码。`, { id: 'open-url.lead' })}
      .detail=${address.host}
      .action=${msg('打开网页', { id: 'open-url.action' })}
      .refusal=${msg('取消', { id: 'confirm.no' })}
      .settled=${settle}
    ></confirm-sheet>`,
  },
  call: {
    load: confirmSheet,
    draw: ({ asker, number }, settle) => html`<confirm-sheet
      icon="phone"
      heading=${msg('拨打电话', { id: 'call.title' })}
      .lead=${msg(str`“${asker.name}”请您拨打这个号码。`, { id: 'call.lead' })}
      .detail=${number}
      .action=${msg('拨打', { id: 'call.action' })}
      .refusal=${msg('取消', { id: 'confirm.no' })}
      .settled=${settle}
    ></confirm-sheet>`,
  },
  save: {
    load: () => import('../screens/preview/save-sheet.ts'),
    draw: ({ asker, picture }, settle) =>
      html`<save-sheet .asker=${asker} .picture=${picture} .settled=${settle}></save-sheet>`,
  },
  choose: {
    load: () => import('../screens/action-sheet/action-sheet.ts'),
    draw: (question, settle) => html`<action-sheet .question=${question} .settled=${settle}></action-sheet>`,
  },
  level: {
    load: () => import('../screens/level/level-sheet.ts'),
    draw: (question, settle) => html`<level-sheet .question=${question} .settled=${settle}></level-sheet>`,
  },
  scan: {
    load: () => import('../screens/scan/scan-sheet.ts'),
    draw: ({ asker, kinds }, settle) =>
      html`<scan-sheet .asker=${asker} .kinds=${kinds} .start=${startScanner} .settled=${settle}></scan-sheet>`,
  },
  photos: {
    load: () => import('../screens/photos/photos-sheet.ts'),
    draw: (question, settle) => html`<photos-sheet .question=${question} .settled=${settle}></photos-sheet>`,
  },
  preview: {
    load: () => import('../screens/preview/preview-sheet.ts'),
    draw: (question, settle) => html`<preview-sheet .question=${question} .settled=${settle}></preview-sheet>`,
  },
  share: {
    load: () => import('../screens/share/share-sheet.ts'),
    draw: (question, settle) => html`<share-sheet .question=${question} .settled=${settle}></share-sheet>`,
  },
};

export async function loadAppSheet<S extends AppSheet>(sheet: S): Promise<AppSheetDrawing<S>> {
  const entry: Entry<S> = table[sheet];
  await entry.load();
  return entry.draw;
}
