import { pictureQuotas } from '../../../sandbox/contract/quotas.ts';
import type { FileUnderReview } from '../engine/file-under-review.ts';
import { attribute, elementsOf } from '../engine/markup.ts';
import { MEDIA_TYPES, mediaTypeOf, sniffedType } from '../engine/media-types.ts';
import { pngSize } from '../engine/png.ts';
import type { Report, Rule } from '../engine/rule.ts';

/** Elements of SVG that run code or bring in other documents. */
const SVG_ACTIVE = new Set(['script', 'foreignobject', 'iframe', 'handler', 'listener', 'set', 'animate']);
/** Smallest icon that is sharp on a home screen, in pixels. */
const LEAST_ICON = 96;
const MOST_ICON = pictureQuotas.iconEdge;

export const filesContent: Rule = {
  id: 'files/content',
  severity: 'error',
  what: 'Files whose content is not what their name says, scripted SVG, and icons that are no proper square PNG.',
  why: 'A file that passes for another kind escapes the checks made for its own.',
  fix: 'Save the file in the format of its extension; export icons as PNG.',
  open: (pkg, report) => {
    const icons = new Map(pkg.release.icons.map(({ src, sizes }) => [src, sizes]));
    return {
      file(file) {
        checkType(file, report);
        if (file.type === 'image/svg+xml') checkSvg(file, report);
        const sizes = icons.get(file.path);
        if (sizes !== undefined) checkIcon(file, sizes, report);
      },
    };
  },
};

function checkType(file: FileUnderReview, report: Report): void {
  const beginning = file.bytes.subarray(0, 64);
  const sniffed = sniffedType(beginning);
  const type = mediaTypeOf(file.path);
  if (type === 'application/octet-stream') {
    report({
      message: 'Files of this kind have no use in an app. Remove it, or rename it to what it is.',
      file: file.path,
    });
    return;
  }
  const proves = MEDIA_TYPES.find((media) => media.type === type)?.signatures;
  const isOther = proves
    ? !proves.some(({ at, bytes }) => bytes.every((byte, i) => beginning[at + i] === byte))
    : sniffed;
  if (isOther) {
    report({
      message: `The name says ${type}, the content ${sniffed ?? 'something else'}. Save it anew.`,
      file: file.path,
    });
  } else if (!proves && file.bytes.includes(0)) {
    report({
      message: `The name says ${type}, but there are NUL bytes in it. Save it as UTF-8 text.`,
      file: file.path,
    });
  }
}

function checkSvg(file: FileUnderReview, report: Report): void {
  if (!file.document) return;
  for (const element of elementsOf(file.document)) {
    const handler = element.attrs.find(({ name }) => name.toLowerCase().startsWith('on'));
    const href = attribute(element, 'href') ?? attribute(element, 'xlink:href');
    const leadsAway = href !== undefined && !href.startsWith('#') && !href.startsWith('data:image/');
    if (SVG_ACTIVE.has(element.tagName.toLowerCase()) || handler || leadsAway) {
      report({
        message: `<${element.tagName}> makes this picture active. Export it as a plain drawing or as PNG.`,
        file: file.path,
      });
      return;
    }
  }
}

function checkIcon(file: FileUnderReview, sizes: string, report: Report): void {
  const real = pngSize(file.bytes);
  if (!real) {
    report({ message: 'An icon is a PNG file that can be read to its end. Export it again as PNG.', file: file.path });
    return;
  }
  const found = `${real.width}x${real.height}`;
  if (found !== sizes)
    report({ message: `The manifest says ${sizes}, the picture is ${found}. Make them agree.`, file: file.path });
  if (real.width !== real.height || real.width < LEAST_ICON || real.width > MOST_ICON) {
    report({
      message: `Icons are square and ${LEAST_ICON} to ${MOST_ICON} pixels wide; this one is ${found}.`,
      file: file.path,
    });
  }
}
