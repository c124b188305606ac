import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { blockId, string } from './text.ts';

const label = string(LIMITS.chartLabel);
const axisLabel = string(LIMITS.chartAxisLabel, 0).optional();

const pie = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label, value: z.number().gt(0) }))
    .min(1)
    .max(LIMITS.chartSegments),
});

const plotted = {
  series: z
    .array(
      z.strictObject({
        name: label,
        data: z
          .array(z.strictObject({ label, value: z.number() }))
          .min(1)
          .max(LIMITS.chartPoints),
      }),
    )
    .min(1)
    .max(LIMITS.chartSeries),
  axis_config: z.strictObject({
    categories: z
      .array(label)
      .min(1)
      .max(LIMITS.chartPoints)
      .refine((categories) => new Set(categories).size === categories.length, 'categories must be unique'),
    x_label: axisLabel,
    y_label: axisLabel,
  }),
};

const bar = z.strictObject({ type: z.literal('bar'), ...plotted }).check(pointsFit);
const line = z.strictObject({ type: z.literal('line'), ...plotted }).check(pointsFit);
const area = z.strictObject({ type: z.literal('area'), ...plotted }).check(pointsFit);

type Plotted = {
  series: { name: string; data: { label: string }[] }[];
  axis_config: { categories: string[] };
};

/** D: names of series are unique, and each has one point for each category. */
function pointsFit(ctx: z.core.ParsePayload<Plotted>) {
  const { series, axis_config } = ctx.value;
  const say = (path: PropertyKey[], message: string) =>
    ctx.issues.push({ code: 'custom', message, input: ctx.value, path });
  const names = new Set<string>();
  for (const [index, each] of series.entries()) {
    if (names.has(each.name))
      say(['series', index, 'name'], `names of series must be unique, “${each.name}” is used twice`);
    names.add(each.name);
    const labels = new Set(each.data.map((point) => point.label));
    const fits =
      labels.size === each.data.length &&
      each.data.length === axis_config.categories.length &&
      axis_config.categories.every((category) => labels.has(category));
    if (!fits) say(['series', index, 'data'], 'exactly one point for each category');
  }
}

export const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: blockId,
  title: string(LIMITS.chartTitle),
  chart: z.discriminatedUnion('type', [pie, bar, line, area]),
});
