import { z } from 'zod';
import { Editing } from '../../register/overtaken.ts';
import { clip, context, section, type View } from '../../slack/blocks.ts';
import { drawForm, form, number, words } from '../../slack/form.ts';
import type { Reader } from '../../slack/turn.ts';
import { type Visit, visitName } from '../rules.ts';
import { namesWords, whenWords } from '../words.ts';
import { MOST_PEOPLE, type ResultForm } from './rules.ts';

export const VISIT_RESULT_OPEN = 'visit_result_open';

/** The form `visit_result`: what came of a visit. */
export const RESULT = form({
  id: 'visit_result',
  metadata: z.object({ editing: Editing }),
  fields: {
    participants: number({ least: 0, most: MOST_PEOPLE }),
    summary: words({ multiline: true }),
    agenda: words({ multiline: true }),
  },
});

/** Items recorded before (`known`) are shown, not asked for again. */
export function resultForm(visit: Visit, values: ResultForm, known: readonly string[], { text, today }: Reader): View {
  const { title, participants, summary, moreAgenda, agenda, agendaHint, known: knownWords } = text.visit.resultForm;
  const look = {
    title,
    submit: text.visit.form.save,
    labels: { participants, summary, agenda: known.length > 0 ? moreAgenda : agenda },
    hints: { agenda: agendaHint },
    optional: ['agenda'] as const,
    show: [
      section(clip(`${visitName(visit.id)} ${visit.title}\n${whenWords(visit, text, today)}`, 300)),
      ...(['participants', 'summary'] as const),
      ...(known.length > 0 ? [context(knownWords(namesWords(known, 10, text)))] : []),
      'agenda' as const,
    ],
  };
  return drawForm(RESULT, values, { editing: { id: visit.id, version: visit.version } }, look, text);
}
