import pc from 'picocolors';

/** Says something in colour, or as it is. */
export type Paint = (text: string) => string;

/** The looks of a report, by what they mean. */
export interface Palette {
  readonly title: Paint;
  readonly heading: Paint;
  readonly quiet: Paint;
  readonly good: Paint;
  readonly warning: Paint;
  readonly bad: Paint;
  readonly worst: Paint;
  readonly quote: Paint;
  readonly name: Paint;
}

/** The palette of a terminal with colours, or one that changes nothing. */
export function createPalette(hasColors: boolean): Palette {
  const { bold, cyan, dim, green, inverse, italic, red, yellow } = pc.createColors(hasColors);
  return {
    title: bold,
    heading: (text) => bold(cyan(text)),
    quiet: dim,
    good: green,
    warning: yellow,
    bad: red,
    worst: (text) => bold(inverse(red(text))),
    quote: italic,
    name: bold,
  };
}
