export { entryContent } from './entry-content.ts';
export { readEntryTable, type ZipEntry } from './entry-table.ts';
