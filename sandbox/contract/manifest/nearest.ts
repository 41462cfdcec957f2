/** The known word that `word` was probably meant to be, or `undefined` when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = plain(word);
  let best: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(wanted, plain(candidate));
    if (!best || distance < best.distance) best = { word: candidate, distance };
  }
  const tolerated = Math.max(1, Math.floor(wanted.length / 3));
  return best && best.distance <= tolerated ? best.word : undefined;
}

/** `appId`, `app-id` and `app_id` are the same slip. Long words are cut, so that a hostile one costs nothing. */
const plain = (word: string): string => word.slice(0, 40).toLowerCase().replace(/[-_]/g, '');

/** Levenshtein distance, one row at a time. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let at = 0; at < left.length; at += 1) {
    const next = [at + 1];
    for (let to = 0; to < right.length; to += 1) {
      const replaced = (row[to] ?? 0) + (left[at] === right[to] ? 0 : 1);
      next.push(Math.min(replaced, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
