import { element, GRID, INK, label } from './svg.js';

/** A plot's frame: two axes from 0 to 1 with a grid, and where a point of them is on the picture. */
export interface Frame {
  readonly drawing: string;
  x(value: number): number;
  y(value: number): number;
}

/** What a frame is drawn from. All places in pixels of the picture. */
export interface FrameOptions {
  readonly left: number;
  readonly top: number;
  readonly size: number;
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
}

/** Draws the frame of a square plot of shares. */
export function unitFrame({ left, top, size, title, xTitle, yTitle }: FrameOptions): Frame {
  const x = (value: number): number => left + value * size;
  const y = (value: number): number => top + (1 - value) * size;
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const drawing = [
    ...ticks.flatMap((tick) => [
      element('line', { x1: x(tick), y1: y(0), x2: x(tick), y2: y(1), stroke: GRID }),
      element('line', { x1: x(0), y1: y(tick), x2: x(1), y2: y(tick), stroke: GRID }),
      label(String(tick), x(tick), y(0) + 15, { anchor: 'middle', size: 10 }),
      label(String(tick), x(0) - 6, y(tick) + 4, { anchor: 'end', size: 10 }),
    ]),
    element('line', { x1: x(0), y1: y(0), x2: x(1), y2: y(1), stroke: INK, 'stroke-dasharray': '4 4', 'stroke-width': 0.75 }),
    label(title, left, top - 10, { size: 13 }),
    label(xTitle, x(0.5), y(0) + 32, { anchor: 'middle' }),
    label(yTitle, left - 34, y(0.5), { anchor: 'middle', turn: -90 }),
  ].join('');
  return { drawing, x, y };
}
