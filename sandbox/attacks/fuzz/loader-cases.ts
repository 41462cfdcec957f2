/** What may be said to a waiting frame page, by whom and in which order. */
import fc from 'fast-check';
import { mutate, mutations, oddValues } from './mutations.ts';
import { type PackageSketch, packages, paths } from './package-sketches.ts';
import { cloneable, pageOnly, type Recipe } from './recipe.ts';

/**
 * `container`: the page that made the frame. `neighbour`: another window of the container's origin. `stranger`: a window
 * of another origin.
 */
const speakers = ['container', 'neighbour', 'stranger'] as const;
export type Speaker = (typeof speakers)[number];

/** Everything that starts an app, or puts it in place (`fill`); right in every respect unless its members say otherwise. */
export interface WordSketch extends PackageSketch {
  /** A window's message by one of them, or one on the port that came with the loader's greeting. */
  readonly way: { readonly by: Speaker } | { readonly onPort: true };
  readonly word: 'open' | 'fill';
  readonly nonce: 'right' | 'wrong' | 'none';
  readonly ports: 0 | 1 | 2;
  readonly card: boolean;
  readonly entry: string;
  /** What was made of the message after that; its files are then as this says. */
  readonly changed?: Recipe | undefined;
}
/** `pause`: long enough for what was said to have been heard. */
export type LoaderStep = WordSketch | 'pause';

const mostly = <T, U>(usual: T, ...others: readonly U[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));

const odd = oddValues([...cloneable, ...pageOnly]);
const nearly = (word: WordSketch['word']): Recipe => ({
  members: [
    ['portico', word],
    ['version', 1],
    ['nonce', '{nonce}'],
    ['entry', 'index.html'],
    [
      'files',
      [
        {
          members: [
            ['path', 'index.html'],
            ['type', 'text/html'],
            ['bytes', { strange: 'ArrayBuffer', n: 8 }],
          ],
        },
      ],
    ],
  ],
});
const changes = (word: WordSketch['word']): fc.Arbitrary<Recipe> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .array(mutations(odd), { minLength: 1, maxLength: 2 })
        .map((list) => list.reduce(mutate, nearly(word))),
    },
    odd,
  );

const words = (
  word: fc.Arbitrary<WordSketch['word']>,
  way: fc.Arbitrary<WordSketch['way']>,
  nonce: fc.Arbitrary<WordSketch['nonce']>,
): fc.Arbitrary<WordSketch> =>
  fc
    .record({
      way,
      word,
      nonce,
      ports: mostly(1 as const, 0 as const, 2 as const),
      card: fc.nat(9).map((n) => n === 9),
      entry: fc.oneof({ weight: 6, arbitrary: fc.constant('index.html') }, paths),
      content: packages,
    })
    .chain(({ content, ...rest }) => {
      const sketch: WordSketch = { ...rest, ...content };
      return fc.oneof(
        { weight: 3, arbitrary: fc.constant(sketch) },
        changes(sketch.word).map((changed): WordSketch => ({ ...sketch, changed })),
      );
    });

const byWindow = mostly('container' as const, ...speakers).map((by) => ({ by }));
const someNonce = fc.oneof(
  { weight: 2, arbitrary: fc.constant('right' as const) },
  fc.constantFrom('wrong' as const, 'none' as const),
);
const onPort = fc.constant({ onPort: true } as const);
const spoken = words(fc.constantFrom('open' as const, 'fill' as const), byWindow, someNonce);
const fills = words(fc.constant('fill'), onPort, someNonce);
const starts = words(
  mostly('open' as const, 'fill' as const),
  onPort,
  mostly('right' as const, 'wrong' as const, 'none' as const),
);
const pause = fc.constant('pause' as const);

/** Some words, the right ones among them or not; the page says what is still wanting at the end in any case. */
export const loaderCases: fc.Arbitrary<readonly LoaderStep[]> = fc.oneof(
  fc.array(spoken, { maxLength: 5, size: 'max' }),
  fc.array(
    fc.oneof({ weight: 2, arbitrary: spoken }, { weight: 4, arbitrary: fills }, { weight: 3, arbitrary: starts }),
    {
      maxLength: 5,
      size: 'max',
    },
  ),
  // In the order in which the container says them, with something in between.
  fc
    .tuple(
      fills,
      fc.array(fc.oneof(spoken, fills, pause), { maxLength: 2 }),
      starts,
      fc.array(starts, { maxLength: 1 }),
    )
    .map(([fill, between, start, after]) => [fill, ...between, start, ...after]),
);
