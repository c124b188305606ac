import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { DataVisualizationBlock } from './kit.ts';

const WIDTH = 480;
const HEIGHT = 220;
const color = (at: number): string => `var(--series-${(at % 6) + 1})`;

/** Enough of a chart to see what it says; the numbers stand beside it for those who can't see it. */
export function Chart({ block }: { block: DataVisualizationBlock }): VNode {
  const { segments, series } = block.chart;
  const rows = segments
    ? segments.map((one) => [one.label, String(one.value)])
    : (series ?? []).flatMap((one) => one.data.map((point) => [`${one.name} ${point.label}`, String(point.value)]));
  return html`<figure class="chart">
    <figcaption>${block.title}</figcaption>
    <svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${`${block.title}: ${rows.map((row) => row.join(' ')).join(', ')}`}>
      ${segments ? html`<${Pie} segments=${segments} />` : html`<${Axes} block=${block} />`}
    </svg>
    <ul class="legend" aria-hidden="true">
      ${(segments ? rows.map((row) => row.join(' ')) : (series ?? []).map((one) => one.name)).map(
        (name, at) => html`<li><span class="swatch" style=${{ background: color(at) }}></span>${name}</li>`,
      )}
    </ul>
  </figure>`;
}

function Pie({ segments }: { segments: { label: string; value: number }[] }): VNode {
  const total = segments.reduce((sum, one) => sum + one.value, 0) || 1;
  const radius = HEIGHT / 2 - 10;
  const point = (turn: number) =>
    `${WIDTH / 2 + radius * Math.sin(turn * 2 * Math.PI)} ${HEIGHT / 2 - radius * Math.cos(turn * 2 * Math.PI)}`;
  let turned = 0;
  return html`<g>${segments.map((one, at) => {
    const from = turned;
    turned += one.value / total;
    if (one.value >= total) return html`<circle cx=${WIDTH / 2} cy=${HEIGHT / 2} r=${radius} fill=${color(at)} />`;
    const large = turned - from > 0.5 ? 1 : 0;
    const path = `M ${WIDTH / 2} ${HEIGHT / 2} L ${point(from)} A ${radius} ${radius} 0 ${large} 1 ${point(turned)} Z`;
    return html`<path d=${path} fill=${color(at)} stroke="var(--paper)" stroke-width="1.5" />`;
  })}</g>`;
}

function Axes({ block }: { block: DataVisualizationBlock }): VNode {
  const series = block.chart.series ?? [];
  const categories = block.chart.axis_config?.categories ?? series[0]?.data.map((one) => one.label) ?? [];
  const values = series.flatMap((one) => one.data.map((point) => point.value));
  const top = Math.max(0, ...values) || 1;
  const bottom = Math.min(0, ...values);
  const y = (value: number) => 14 + (1 - (value - bottom) / (top - bottom)) * (HEIGHT - 46);
  const step = (WIDTH - 60) / Math.max(1, categories.length);
  const pointOf = (at: number, category: string) => series[at]?.data.find((point) => point.label === category)?.value;
  const wide = Math.max(2, (step * 0.7) / Math.max(1, series.length));
  const spot = (at: number, index: number, category: string) =>
    `${50 + step * (index + 0.5)},${y(pointOf(at, category) ?? 0)}`;

  return html`<g>
    ${[top, (top + bottom) / 2, bottom].map(
      (value) => html`<g>
        <line x1="50" x2=${WIDTH} y1=${y(value)} y2=${y(value)} stroke="var(--line)" />
        <text x="46" y=${y(value) + 4} text-anchor="end" class="axis">${new Intl.NumberFormat('ko', { notation: 'compact' }).format(value)}</text>
      </g>`,
    )}
    ${series.map((_, at) => {
      if (block.chart.type === 'bar') {
        return categories.map((category, index) => {
          const value = pointOf(at, category) ?? 0;
          const left = 50 + step * index + step * 0.15 + wide * at;
          return html`<rect x=${left} width=${wide - 1} y=${Math.min(y(value), y(0))} height=${Math.abs(y(0) - y(value))} rx="2" fill=${color(at)} />`;
        });
      }
      const points = categories.map((category, index) => spot(at, index, category)).join(' ');
      const ends = `${50 + step * (categories.length - 0.5)},${y(0)} ${50 + step * 0.5},${y(0)}`;
      return html`<g>
        ${block.chart.type === 'area' && html`<polygon points=${`${points} ${ends}`} fill=${color(at)} opacity="0.2" />`}
        <polyline points=${points} fill="none" stroke=${color(at)} stroke-width="2.5" stroke-linejoin="round" />
      </g>`;
    })}
    ${categories.map(
      (category, index) =>
        html`<text x=${50 + step * (index + 0.5)} y=${HEIGHT - 12} text-anchor="middle" class="axis">${category}</text>`,
    )}
  </g>`;
}
