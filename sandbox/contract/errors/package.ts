import type { ErrorTable } from './entry.ts';

/** What the strict zip reader refuses. `data.file` names the entry where there is one. */
export const packageErrors = {
  ERR_PACKAGE_NOT_ZIP: {
    status: 422,
    says: 'This is not a zip archive.',
    fix: 'Build the package with `portico pack`.',
  },
  ERR_PACKAGE_TOO_LARGE: {
    status: 413,
    says: 'The package is larger than 20 MB.',
    fix: 'Leave out what customers do not need, and compress pictures.',
  },
  ERR_PACKAGE_EMPTY: {
    status: 422,
    says: 'The package holds no files.',
    fix: 'Build the package with `portico pack` from a folder with a manifest.json.',
  },
  ERR_PACKAGE_STRUCTURE: {
    status: 422,
    says: 'The records of the archive do not fit together without gap or overlap.',
    fix: 'Build the package again with `portico pack`; nothing may stand before, between or after its records.',
  },
  ERR_PACKAGE_COMMENT: {
    status: 422,
    says: 'The archive carries a comment.',
    fix: 'Build the package with `portico pack`, which writes none.',
  },
  ERR_PACKAGE_ZIP64: {
    status: 422,
    says: 'The zip64 records of the archive are not needed or contradict the others.',
    fix: 'Build the package with `portico pack`; no package needs zip64.',
  },
  ERR_PACKAGE_SPLIT: {
    status: 422,
    says: 'The archive claims to be one part of several.',
    fix: 'Build the package as one file with `portico pack`.',
  },
  ERR_PACKAGE_HEADER_MISMATCH: {
    status: 422,
    says: 'An entry’s own header and the directory of the archive disagree.',
    fix: 'Build the package again with `portico pack`.',
  },
  ERR_PACKAGE_FLAGS: {
    status: 422,
    says: 'An entry uses a feature that packages may not use (encryption, data descriptors, patches, hidden headers).',
    fix: 'Build the package with `portico pack`, or write it to a file rather than to a stream.',
  },
  ERR_PACKAGE_METHOD: {
    status: 422,
    says: 'An entry is packed by a method other than STORE or DEFLATE.',
    fix: 'Build the package with `portico pack`.',
  },
  ERR_PACKAGE_EXTRA_FIELD: {
    status: 422,
    says: 'An entry carries an extra field that could change how it is read.',
    fix: 'Build the package with `portico pack`, which writes none.',
  },
  ERR_PACKAGE_NAME: {
    status: 422,
    says: 'An entry has a name that a package may not have.',
    fix: 'Rename the file: plain visible characters, relative, with forward slashes, in Unicode form NFC.',
  },
  ERR_PACKAGE_NAME_CLASH: {
    status: 422,
    says: 'Two entries would be the same file on some systems.',
    fix: 'Rename one of them so that they differ in more than case or Unicode form.',
  },
  ERR_PACKAGE_SPECIAL_FILE: {
    status: 422,
    says: 'An entry is a link or a device, not a file.',
    fix: 'Put the file itself into the package.',
  },
  ERR_PACKAGE_TOO_MANY_FILES: {
    status: 422,
    says: 'The package holds more than 2,000 files.',
    fix: 'Bundle the app; `portico pack` does.',
  },
  ERR_PACKAGE_UNPACKED_SIZE: {
    status: 422,
    says: 'The package is too large when unpacked.',
    fix: 'Keep each file under 16 MB and all together under 64 MB.',
  },
  ERR_PACKAGE_RATIO: {
    status: 422,
    says: 'An entry unpacks to more than a hundred times its packed size.',
    fix: 'Store such a file in a denser form, or generate its content in the app.',
  },
  ERR_PACKAGE_SIZE_RANGE: {
    status: 422,
    says: 'An entry does not unpack to the size that its header states.',
    fix: 'Build the package again with `portico pack`.',
  },
  ERR_PACKAGE_CHECKSUM: {
    status: 422,
    says: 'The content of an entry does not have the checksum that its header states.',
    fix: 'The file was damaged on its way; build and send the package again.',
  },
  ERR_PACKAGE_DEFLATE: {
    status: 422,
    says: 'The packed content of an entry is damaged.',
    fix: 'Build and send the package again.',
  },
  ERR_PACKAGE_NESTED: {
    status: 422,
    says: 'The package holds another archive.',
    fix: 'Put the files themselves into the package.',
  },
  ERR_PACKAGE_PAGE_ELEMENTS: {
    status: 422,
    says: 'The pages of the package have more elements than can be read.',
    fix: 'Keep what is repeated in data and scripts; 1,000,000 elements in all pages together are the limit.',
  },
  ERR_PACKAGE_PAGES: {
    status: 422,
    says: 'The pages of the package could not be read within the time and memory they are given.',
    fix: 'Keep pages small: what is large belongs into data and scripts. A hundred kilobytes a page is much.',
  },
  ERR_PACKAGE_NO_MANIFEST: {
    status: 422,
    says: 'The package has no manifest.json at its top level.',
    fix: 'Put manifest.json beside the entry page, not inside a folder.',
  },
  ERR_PACKAGE_MISSING_FILE: {
    status: 422,
    says: 'The manifest names a file that the package does not hold.',
    fix: 'Add the file, or correct its path in manifest.json.',
  },
} as const satisfies ErrorTable;
