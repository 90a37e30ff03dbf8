import type { Timing } from '../timing.js';

import { COLORS, element, GRID, label, picture } from './svg.js';

const WIDTH = 560;
const HEIGHT = 200;
const LEFT = 60;
const TOP = 40;

/** Draws how many texts took how long. */
export function plotTiming(title: string, { bins, count, p50Ms, p95Ms, p99Ms }: Timing): string {
  const highest = Math.max(...bins.map((bin) => bin.count));
  const width = WIDTH / bins.length;
  const base = TOP + HEIGHT;
  const bars = bins.flatMap((bin, index) => {
    const height = (bin.count / highest) * HEIGHT;
    const x = LEFT + index * width;
    return [
      element('rect', { x: x + 1, y: base - height, width: Math.max(1, width - 2), height, fill: COLORS[0] }, element('title', {}, `${bin.count} texts`)),
      ...(index % Math.ceil(bins.length / 10) === 0 ? [label(describeMs(bin.fromMs), x, base + 15, { anchor: 'middle', size: 10 })] : []),
    ];
  });
  return picture(
    title,
    LEFT + WIDTH + 30,
    base + 50,
    ...[0, 0.5, 1].flatMap((share) => [
      element('line', { x1: LEFT, x2: LEFT + WIDTH, y1: base - share * HEIGHT, y2: base - share * HEIGHT, stroke: GRID }),
      label(String(Math.round(share * highest)), LEFT - 6, base - share * HEIGHT + 4, { anchor: 'end', size: 10 }),
    ]),
    ...bars,
    label(title, LEFT, TOP - 20, { size: 13 }),
    label(`${count} texts: p50 ${describeMs(p50Ms)}, p95 ${describeMs(p95Ms)}, p99 ${describeMs(p99Ms)}`, LEFT, TOP - 5, { size: 10 }),
    label('time for one text; each bar is twice as wide as the one before', LEFT + WIDTH / 2, base + 35, { anchor: 'middle' }),
  );
}

/** A duration in a unit that suits it, two digits. */
export function describeMs(milliseconds: number): string {
  if (milliseconds < 1) return `${Number((milliseconds * 1000).toPrecision(2))} µs`;
  return milliseconds < 1000 ? `${Number(milliseconds.toPrecision(3))} ms` : `${Number((milliseconds / 1000).toPrecision(3))} s`;
}
