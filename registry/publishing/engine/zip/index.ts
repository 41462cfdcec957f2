export { entryContent } from './entry-content.ts';
export { MAX_FILE_BYTES, MAX_PACKAGE_BYTES, readEntryTable, type ZipEntry } from './entry-table.ts';
