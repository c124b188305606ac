import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Element } from '../blocks/kit.ts';
import { useScene } from '../surface.ts';
import { Button, FeedbackButtons, IconButton, Overflow, WorkflowButton } from './button.ts';
import { Checkboxes, RadioButtons } from './choice.ts';
import { DatePicker, DateTimePicker, TimePicker } from './date.ts';
import { RichTextInput, TextInput } from './field.ts';
import { FileInput } from './file.ts';
import { Select } from './select.ts';

export function ElementView({ element }: { element: Element }): VNode {
  const { text } = useScene();
  switch (element.type) {
    case 'button':
      return html`<${Button} element=${element} />`;
    case 'workflow_button':
      return html`<${WorkflowButton} element=${element} />`;
    case 'icon_button':
      return html`<${IconButton} element=${element} />`;
    case 'feedback_buttons':
      return html`<${FeedbackButtons} element=${element} />`;
    case 'overflow':
      return html`<${Overflow} element=${element} />`;
    case 'checkboxes':
      return html`<${Checkboxes} element=${element} />`;
    case 'radio_buttons':
      return html`<${RadioButtons} element=${element} />`;
    case 'datepicker':
      return html`<${DatePicker} element=${element} />`;
    case 'timepicker':
      return html`<${TimePicker} element=${element} />`;
    case 'datetimepicker':
      return html`<${DateTimePicker} element=${element} />`;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return html`<${TextInput} element=${element} />`;
    case 'rich_text_input':
      return html`<${RichTextInput} element=${element} />`;
    case 'file_input':
      return html`<${FileInput} element=${element} />`;
    case 'static_select':
    case 'external_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return html`<${Select} element=${element} />`;
    default:
      return html`<span class="unknown-block" role="note">
        ${text.cannotDraw} <code>${(element as { type: string }).type}</code>
      </span>`;
  }
}
