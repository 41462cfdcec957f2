import { assert } from 'chai';
import { createAppFrame, focusApp } from './app-frame.ts';
import { LoaderFrame } from './loader-frame.ts';
import { OriginFrame } from './origin-frame.ts';

const attributes = (element: Element): Record<string, string> =>
  Object.fromEntries(
    [...element.attributes]
      .filter(({ name }) => !['src', 'style'].includes(name))
      .map(({ name, value }) => [name, value]),
  );
const mountIn = (parent: HTMLElement): HTMLElement => parent.appendChild(document.createElement('div'));

describe('the frame of an app', () => {
  const page = document.body.appendChild(document.createElement('div'));
  afterEach(() => page.replaceChildren());

  it('is given its sandbox, no feature of the browser, no referrer, and nothing else', () => {
    const sealed = new LoaderFrame(mountIn(page), 'about:blank');
    assert.deepEqual(attributes(sealed.element), {
      sandbox: 'allow-scripts allow-forms',
      allow: '',
      referrerpolicy: 'no-referrer',
      ...('csp' in sealed.element && {
        csp: "object-src 'none'; frame-src 'none'; form-action 'none'; base-uri 'none'; worker-src blob:",
      }),
    });
    sealed.remove();
    const site = new OriginFrame(mountIn(page), `${location.origin}/.portico/none/enter.html`);
    assert.deepEqual(attributes(site.element), {
      sandbox: 'allow-scripts allow-same-origin allow-forms',
      allow: '',
      referrerpolicy: 'no-referrer',
    });
    site.remove();
  });

  it('stands in a closed root, out of reach of the page’s list of frames and of the mount', () => {
    const mount = mountIn(page);
    const before = window.length;
    const { root, element } = createAppFrame(mount, 'allow-scripts');
    root.append(element);
    assert.ok(element.contentWindow, 'it is a frame');
    assert.equal(window.length, before);
    assert.isNull(mount.shadowRoot);
    focusApp(mount);
    assert.equal(root.activeElement, element, 'whoever holds the mount may give it the keyboard');
  });
});
