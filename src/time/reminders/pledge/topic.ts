import { formatWon } from '../../../korean/won.ts';
import { isAnswered } from '../../../pledge/reviews/rules.ts';
import { findAnswers, findRound, findRounds } from '../../../pledge/reviews/store.ts';
import { roundWords } from '../../../pledge/reviews/views.ts';
import type { Item, Topic } from '../topic.ts';
import { roundDues, roundNamed } from './rules.ts';

export const pledgeTopic: Topic = {
  kinds: ['pledge_round'],

  async find(db, office) {
    const open = (await findRounds(db)).filter(({ state }) => state === 'open');
    const dues = [];
    for (const round of open) {
      const unanswered = (await findAnswers(db, round.id)).filter((answer) => !isAnswered(answer));
      const people = [...new Set(unanswered.flatMap(({ asked }) => asked ?? []))];
      dues.push(...roundDues(round, people, office));
    }
    return dues;
  },

  async items(db, records, _office, { text, userId }) {
    const items = new Map<string, Item>();
    for (const record of records) {
      const round = await findRound(db, roundNamed(record));
      if (!round) continue;
      const own = (await findAnswers(db, round.id)).filter(({ asked }) => asked === userId);
      const left = own.filter((answer) => !isAnswered(answer)).length;
      items.set(record, {
        words: text.reminder.roundRow(roundWords(round.name, text), formatWon(left), formatWon(own.length)),
        pending: round.state === 'open' && left > 0,
        whose: [userId],
        maker: round.openedBy,
        history: { noun: 'review_round', record: String(round.id) },
        day: round.until,
        time: null,
      });
    }
    return items;
  },
};
