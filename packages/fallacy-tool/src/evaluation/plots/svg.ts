/** Attributes of an element; undefined leaves one out. */
export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

/** One element with what is inside it, as text. */
export function element(name: string, attributes: SvgAttributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? shorten(value) : escapeXml(String(value))}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Words at a place. `anchor` says which part of them stands there. */
export function label(text: string, x: number, y: number, { anchor = 'start', size = 11, color = INK, turn }: { readonly anchor?: 'start' | 'middle' | 'end'; readonly size?: number; readonly color?: string; readonly turn?: number } = {}): string {
  const transform = turn === undefined ? undefined : `rotate(${turn} ${shorten(x)} ${shorten(y)})`;
  return element('text', { x, y, 'text-anchor': anchor, 'font-size': size, fill: color, transform }, escapeXml(text));
}

/** A line through points. */
export function polyline(points: readonly (readonly [number, number])[], color: string, width = 1.5): string {
  return element('polyline', { points: points.map(([x, y]) => `${shorten(x)},${shorten(y)}`).join(' '), fill: 'none', stroke: color, 'stroke-width': width });
}

/** A whole picture on white, so that it can be read on a dark page as well. */
export function picture(title: string, width: number, height: number, ...children: readonly string[]): string {
  return `${element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'font-family': 'system-ui, sans-serif' },
    element('title', {}, escapeXml(title)),
    element('rect', { width, height, fill: '#ffffff' }),
    ...children,
  )}\n`;
}

/** Colours of text, of grids, and of as many lines as there are (Okabe and Ito, 2008: told apart by nearly everybody). */
export const INK = '#333333';
export const GRID = '#dddddd';
export const COLORS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000', '#7f7f7f', '#8b5cf6', '#a3a500'] as const;

/** XML has no form at all for most control characters. */
function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- finding them is the point
  return text.replaceAll(/[\u0000-\u001f\u007f]/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Two decimals are finer than any screen. */
function shorten(value: number): string {
  return String(Math.round(value * 100) / 100);
}
