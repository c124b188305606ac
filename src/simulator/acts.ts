import type { Act } from './act.ts';
import type { Answer } from './action.ts';
import { no } from './answers.ts';
import { control } from './controls.ts';
import { act as formAct } from './form-acts.ts';
import type { Slack } from './slack.ts';
import { act as talkAct } from './talk-acts.ts';

export async function perform(slack: Slack, user: string, act: Act): Promise<Answer> {
  const person = slack.workspace.people.get(user);
  if (!person || person.isBot) return no('no_such_person', `There is nobody with the id ${user}.`);
  switch (act.do) {
    case 'press':
    case 'fill':
    case 'submit':
    case 'close':
    case 'options':
      return formAct(slack, person, act);
    case 'redeliver':
    case 'cut':
    case 'refresh':
    case 'fail':
    case 'moveClock':
      return control(slack, act);
    default:
      return talkAct(slack, person, act);
  }
}
