import type { types } from '@slack/bolt';

/** A chart: Slack takes it since June 2026, its published types do not know it yet. */
export type DataVisualizationBlock = {
  type: 'data_visualization';
  block_id: string;
  title: string;
  chart: {
    type: string;
    segments?: { label: string; value: number }[];
    series?: { name: string; data: { label: string; value: number }[] }[];
    axis_config?: { categories?: string[]; x_label?: string; y_label?: string };
  };
};

export type KnownBlock = types.KnownBlock;
export type TextObject = types.TextObject;
export type Option = types.Option;
export type Confirm = types.ConfirmationDialog;
/** Whatever a person can press or fill in. */
export type Element =
  | types.ActionsBlockElement
  | types.InputBlockElement
  | Exclude<types.SectionBlockAccessory, types.ImageElement>
  | types.FeedbackButtons
  | types.IconButton;
export type RichTextBlock = types.RichTextBlock;
export type Cell = types.RawTextElement | types.RawNumberElement | types.RichTextBlock;
export type Of<T extends KnownBlock['type']> = Extract<KnownBlock, { type: T }> & { block_id: string };
export type ElementOf<T extends Element['type']> = Extract<Element, { type: T }>;
