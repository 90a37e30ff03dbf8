import type { Calibration } from '../calibration.js';

import { unitFrame } from './frame.js';
import { COLORS, element, label, picture, polyline } from './svg.js';

const SIZE = 300;
const GAP = 90;

/**
 * Draws a reliability diagram for each calibration, side by side: how often what
 * was said with some probability was right. On the dashed line it was as often as said.
 * The area of a dot grows with how many judgements it stands for.
 */
export function plotReliability(title: string, calibrations: Readonly<Record<string, Calibration>>): string {
  const named = Object.entries(calibrations);
  const panels = named.map(([name, calibration], index) => panel(name, calibration, 60 + index * (SIZE + GAP), COLORS[index % COLORS.length]!));
  return picture(title, 60 + named.length * (SIZE + GAP) - GAP + 25, SIZE + 90, ...panels);
}

function panel(name: string, { bins, error, brier, count }: Calibration, left: number, color: string): string {
  const frame = unitFrame({ left, top: 40, size: SIZE, title: name, xTitle: 'probability given', yTitle: 'share that was right' });
  const filled = bins.flatMap(({ given, right, count: size }) => (given === undefined || right === undefined ? [] : [{ at: [frame.x(given), frame.y(right)] as const, size }]));
  return [
    frame.drawing,
    polyline(filled.map(({ at }) => at), color),
    ...filled.map(({ at: [cx, cy], size }) => element('circle', { cx, cy, r: 2 + 10 * Math.sqrt(size / count), fill: color, 'fill-opacity': 0.45 }, element('title', {}, `${size} judgements`))),
    label(`${count} judgements, ECE ${error.toFixed(3)}, Brier ${brier.toFixed(3)}`, frame.x(0.02), frame.y(0.95)),
  ].join('');
}
