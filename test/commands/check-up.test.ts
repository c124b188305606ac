import { expect, test } from 'vitest';
import { putOfficeSetting } from '../../src/people/settings/store.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { textFor } from '../../src/text/index.ts';
import { CHECK_UP } from '../../src/upkeep/doctor/views.ts';
import { ADMINISTRATOR, MEMBER, NOW, SETTINGS, startOffice } from '../support/office.ts';
import { SERVER } from '../support/postgres.ts';

test.each(SETTINGS)(
  'an administrator asks whether all is set up, mends it, and asks again ($connection, $language)',
  async (setting) => {
    const { slack, db } = await startOffice(setting);
    const { doctor } = textFor(setting.language).upkeep;
    const administrator = slack.as(ADMINISTRATOR);

    await administrator.type(setting.language === 'ko' ? '/비서 점검' : '/biseo check');
    const first = await administrator.reads(doctor.faults.no_channel(''));
    expect(first.private).toBe(true);
    if (!SERVER) expect(first.text).toContain(doctor.faults.backup_none('')); // a server's are not seen from here
    expect(first.text).toContain(doctor.fine.connection(''));
    expect(first.text).toMatch(/12/); // every form and message is taken

    await putOfficeSetting(db, 'channel', CHANNELS.office, { actor: ADMINISTRATOR, at: NOW });
    await administrator.press(CHECK_UP);
    const second = await administrator.reads(SERVER ? doctor.allFine : doctor.count(1), first);
    expect(second.text).toContain(doctor.fine.channel(''));
    expect(second.text).not.toContain(CHANNELS.office);
  },
);

test('Home has the button for administrators only, and nobody else is told', async () => {
  const { slack } = await startOffice();
  const words = textFor('ko');
  const [administrator, member] = [slack.as(ADMINISTRATOR), slack.as(MEMBER)];
  await administrator.openHome();
  await member.openHome();
  const buttonsOf = async (person: typeof member) => JSON.stringify(await person.seesHome());

  expect(await buttonsOf(administrator)).toContain(words.office.menu.checkUp);
  expect(await buttonsOf(member)).not.toContain(words.office.menu.checkUp);
  await administrator.press(CHECK_UP, { in: 'home' });
  await administrator.reads(words.upkeep.doctor.title);
  await member.type('/비서 점검');
  await member.reads(words.access.notAdministrator);
});
