import { portico } from '@portico/sdk';
import { words } from './words.js';

const element = (id) => document.getElementById(id);
const state = { info: await portico.app.info({}), cups: {} };

const saved = await portico.storage.get({ key: 'cups' });
if (saved.value && typeof saved.value === 'object') state.cups = saved.value;

function show() {
  const text = words[state.info.locale] ?? words.en;
  const cups = Object.values(state.cups).reduce((sum, count) => sum + count, 0);
  document.documentElement.lang = state.info.locale;
  document.documentElement.dataset.theme = state.info.theme;
  element('title').textContent = state.info.name;
  element('subtitle').textContent = text.subtitle;
  element('total').textContent = text.total(cups);
  element('reset').textContent = text.reset;
  element('reset').disabled = cups === 0;
  element('menu').replaceChildren(...text.teas.map((tea) => teaRow(tea, text)));
}

function teaRow(tea, text) {
  const button = document.createElement('button');
  button.type = 'button';
  const name = Object.assign(document.createElement('strong'), { textContent: tea.name });
  const note = Object.assign(document.createElement('span'), { textContent: tea.note });
  const count = Object.assign(document.createElement('b'), { textContent: String(state.cups[tea.id] ?? 0) });
  button.append(name, note, count);
  button.addEventListener('click', async () => {
    await change({ ...state.cups, [tea.id]: (state.cups[tea.id] ?? 0) + 1 });
    await portico.ui.toast({ text: text.served(tea.name) });
  });
  const row = document.createElement('li');
  row.append(button);
  return row;
}

async function change(cups) {
  state.cups = cups;
  show();
  await portico.storage.set({ key: 'cups', value: cups });
}

element('reset').addEventListener('click', () => change({}));
portico.on('theme', ({ theme }) => {
  state.info = { ...state.info, theme };
  show();
});
portico.on('locale', ({ locale }) => {
  state.info = { ...state.info, locale };
  show();
});
show();
