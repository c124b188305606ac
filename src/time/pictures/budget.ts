/** One account. Every word is said already, in the reader's language. */
export type Bar = {
  name: string;
  /** Spent of the budget: `55.2%`. */
  rate: string;
  /** `152,912 / 277,200천원` */
  amounts: string;
  /** Percent of the budget until the picture's day. */
  percent: number;
  /** And with what was registered since, where that is more. */
  later: number;
};

/** What a year's budgets are and what is spent of them, against the time that has passed. */
export type BudgetPicture = {
  title: string;
  elapsed: { percent: number; label: string };
  bars: readonly Bar[];
  /** What the colours of a bar mean; null for the second where nothing was registered since. */
  legend: { until: string; later: string | null };
};

/** Points: about the width of a phone, so that letters are as large there as they are drawn here. */
export const WIDTH = 400;

const MARGIN = 16;
const TOP = 84;
const ROW = 76;
const BOTTOM = 34;
const BAR = 18;

/** Bars that pass the budget go on until here; the figure beside them says how far. */
const LONGEST = 120;

const COLOURS = {
  ground: '#ffffff',
  words: '#1d1c1d',
  quiet: '#616061',
  track: '#e3e8ef',
  until: '#1f5fa8',
  later: '#93b9e3',
  over: '#c0392b',
  time: '#d9480f',
} as const;

/** As SVG. Colour never says anything alone: each bar has its figures, the line of time its words. */
export function budgetSvg(picture: BudgetPicture): string {
  const { bars, elapsed, legend } = picture;
  const height = TOP + ROW * bars.length + BOTTOM;
  const highest = Math.min(LONGEST, Math.max(100, ...bars.map(({ percent, later }) => Math.max(percent, later))));
  const inside = WIDTH - 2 * MARGIN;
  const x = (percent: number) => round(MARGIN + (inside * Math.min(Math.max(percent, 0), highest)) / highest);
  const line = x(elapsed.percent);
  const label = { size: 14, bold: true, fill: COLOURS.time };

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">`,
    rect(0, 0, WIDTH, height, COLOURS.ground),
    words(MARGIN, 32, picture.title, { size: 18, bold: true }),
    rect(MARGIN, 48, 12, 12, COLOURS.until),
    words(MARGIN + 18, 59, legend.until, { size: 13, fill: COLOURS.quiet }),
    ...(legend.later === null
      ? []
      : [
          rect(WIDTH / 2 + 8, 48, 12, 12, COLOURS.later),
          words(WIDTH / 2 + 26, 59, legend.later, { size: 13, fill: COLOURS.quiet }),
        ]),
    ...bars.flatMap((bar, i) => [...barAt(bar, TOP + ROW * i, x), timeAt(line, TOP + ROW * i)]),
    under(line, height - BOTTOM + 6, elapsed.label, label),
    '</svg>',
  ].join('');
}

function barAt(bar: Bar, top: number, x: (percent: number) => number): string[] {
  const y = top + 22;
  const piece = (from: number, to: number, fill: string) =>
    x(to) > x(from) ? [rect(x(from), y, round(x(to) - x(from)), BAR, fill)] : [];
  const most = Math.max(bar.percent, bar.later);
  return [
    words(MARGIN, top + 14, bar.name, { size: 16, bold: true }),
    words(WIDTH - MARGIN, top + 14, bar.rate, { size: 16, bold: true, anchor: 'end' }),
    ...piece(0, 100, COLOURS.track),
    ...piece(0, bar.later, COLOURS.later),
    ...piece(0, bar.percent, COLOURS.until),
    ...(most > 100 ? piece(100, most, COLOURS.over) : []),
    words(MARGIN, y + BAR + 16, bar.amounts, { size: fitting(bar.amounts, 13), fill: COLOURS.quiet }),
  ];
}

type Look = { size: number; bold?: boolean; fill?: string; anchor?: 'start' | 'middle' | 'end' };

function words(x: number, y: number, said: string, look: Look): string {
  const { size, bold = false, fill = COLOURS.words, anchor = 'start' } = look;
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}"${weight} fill="${fill}" text-anchor="${anchor}">${escaped(said)}</text>`;
}

const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;

/** Across one bar, and a little more: it must not cross the figures above and below. */
const timeAt = (line: number, top: number): string => rect(round(line - 1.25), top + 18, 2.5, BAR + 8, COLOURS.time);

/** Under its line, as far as the frame allows. */
function under(line: number, y: number, said: string, look: Look): string {
  const half = widthOf(said, look.size) / 2;
  if (line + half > WIDTH - MARGIN) return words(WIDTH - MARGIN, y, said, { ...look, anchor: 'end' });
  if (line - half < MARGIN) return words(MARGIN, y, said, look);
  return words(line, y, said, { ...look, anchor: 'middle' });
}

/** About as wide as these letters are: Hangul is as wide as it is high, figures are little more than half of that. */
const widthOf = (said: string, size: number): number =>
  [...said].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x1100 ? 0.95 : 0.58) * size, 0);

/** Smaller letters where the words would pass the frame. */
const fitting = (said: string, size: number): number =>
  round(Math.min(size, (size * (WIDTH - 2 * MARGIN)) / widthOf(said, size)));

const round = (points: number): number => Math.round(points * 10) / 10;

const escaped = (said: string): string =>
  said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
