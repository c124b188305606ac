import { type Briefing, briefingName } from '../../../council/policies/rules.ts';
import { addDays, instantOf, todayIn } from '../../../korean/days.ts';
import { endOf, momentOn } from '../moments.ts';
import { type Due, inChargeOf, type Office, wanting } from '../rules.ts';

/** Days before an announcement on which those who have not heard of it are named: the last on its own morning. */
const DAYS_BEFORE = [3, 1, 0];

/** To whoever entered the policy; to the managers where they have left. */
export function announcementDues(
  briefing: Pick<Briefing, 'id' | 'announcedOn' | 'announcedTime' | 'createdBy'>,
  office: Office,
): Due[] {
  const record = briefingName(briefing.id);
  const { announcedOn, announcedTime, createdBy } = briefing;
  const until = announcedTime ? instantOf(office.zone, announcedOn, announcedTime) : endOf(announcedOn, office.zone);
  return inChargeOf(createdBy, office).flatMap((userId) => {
    const wanted = wanting('council_announcement', userId, record, office);
    if (!wanted) return [];
    const { clock } = wanted.recipient;
    return DAYS_BEFORE.flatMap((days, stage): Due[] => {
      const at = momentOn(addDays(announcedOn, -days), wanted.choice.time, 'before', clock, until);
      if (!at || at >= until) return [];
      const occasion = todayIn(clock.zone, at);
      return [{ kind: 'council_announcement', record, to: userId, stage, occasion, at, until }];
    });
  });
}
