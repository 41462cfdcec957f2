export { entryContent } from './entry-content.ts';
export { MAX_PACKAGE_BYTES, readEntryTable, type ZipEntry } from './entry-table.ts';
