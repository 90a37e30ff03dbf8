import type { RocCurve, RocPoint } from '../roc.js';

import { unitFrame } from './frame.js';
import { COLORS, element, label, picture, polyline } from './svg.js';

/** The curve of one set, and where the method as it is stands on it or below. */
export interface NamedRoc {
  readonly name: string;
  readonly curve: RocCurve;
  /** What the method reports with its own threshold. */
  readonly operating?: RocPoint | undefined;
}

const SIZE = 380;

/** Draws recall against false alarms, one line for each set; dots show what is reported. */
export function plotRoc(title: string, curves: readonly NamedRoc[]): string {
  const frame = unitFrame({ left: 60, top: 40, size: SIZE, title, xTitle: 'false alarms (share of clean texts)', yTitle: 'recall (share of fallacious texts)' });
  const drawn = curves.flatMap(({ name, curve, operating }, index) => {
    const color = COLORS[index % COLORS.length]!;
    const row = 60 + index * 20;
    return [
      polyline(curve.points.map(({ falseAlarms, recall }) => [frame.x(falseAlarms), frame.y(recall)] as const), color),
      ...(operating ? [element('circle', { cx: frame.x(operating.falseAlarms), cy: frame.y(operating.recall), r: 4.5, fill: color, stroke: '#ffffff' })] : []),
      element('rect', { x: SIZE + 85, y: row - 8, width: 14, height: 4, fill: color }),
      label(`${name}  ${curve.area.toFixed(3)}`, SIZE + 105, row),
    ];
  });
  return picture(title, SIZE + 290, SIZE + 90, frame.drawing, label('set and area under its curve', SIZE + 85, 40, { size: 10 }), ...drawn);
}
