import { expect, test } from 'vitest';
import { findFollowup, insertEntered } from '../../../src/followup/store.ts';
import { NOTHING_YET } from '../../../src/followup/stored.ts';
import { findReleases } from '../../../src/report/store.ts';
import { findTexts, putText } from '../../../src/report/texts/store.ts';
import { textFor } from '../../../src/text/index.ts';
import type { Plan } from '../../../src/visit/rules.ts';
import { insertVisits } from '../../../src/visit/store.ts';
import { SECTIONS } from '../../../src/vocabulary/report.ts';
import { ADMINISTRATOR, MANAGER, MEMBER, NOW, OTHER_MEMBER, SETTINGS, startOffice } from '../../support/office.ts';

const SETTINGS_TRIED = SETTINGS.filter(({ connection, language }) => (connection === 'socket') === (language === 'ko'));
const TEXTS = {
  cover: '{{report.year}} 주요업무 보고\n{{report.organisation}}',
  staffing: '1 인력 현황\n{{table staffing}}',
  schedule: '2 일정\n- 민생현장 {{visits.민생현장.count}}회',
};

/** An office that has begun its report of 2018, with three parts in it, and has a visit still to come. */
async function started(setting: (typeof SETTINGS)[number]) {
  const office = await startOffice(setting);
  for (const section of SECTIONS) {
    const words = (TEXTS as Record<string, string>)[section] ?? '';
    await putText(office.db, { year: 2018, section, seen: 0 }, words, { actor: 'test', at: NOW });
  }
  const { id } = await office.db
    .selectFrom('program')
    .select('id')
    .where('name', '=', '민생현장')
    .executeTakeFirstOrThrow();
  const plan: Plan = {
    ...{
      programId: id,
      title: '공사현장 점검',
      startsOn: '2018-04-10',
      startTime: '14:00',
      endsOn: '2018-04-10',
      endTime: null,
    },
    ...{ place: '우이신설 현장', district: '강북구', purpose: '안전 점검', owner: MEMBER, staff: [] },
    ...{ partner: null, partnerLevel: null, countries: null },
  };
  await insertVisits(office.db, [plan], { actor: MEMBER, at: NOW, accepted: new Set(), formKey: 'a visit' });
  return office;
}

test.each(SETTINGS_TRIED)(
  'a report is looked through, filled in, looked at by one manager and released by another ($connection, $language)',
  async (setting) => {
    const { slack, db } = await started(setting);
    const words = textFor(setting.language).report;
    const [manager, administrator, member] = [MANAGER, ADMINISTRATOR, MEMBER].map((id) => slack.as(id)) as [
      ReturnType<typeof slack.as>,
      ReturnType<typeof slack.as>,
      ReturnType<typeof slack.as>,
    ];
    const open = async (person: typeof manager) => {
      await person.type('/biseo', 'report 2018');
      return person.reads(
        (it) => it.private && it.buttons.includes(words.buttons.check) && it.text.includes(words.title(2018)),
      );
    };

    const contents = await open(manager);
    expect(contents.text).toContain(`⚠ ${words.sections.staffing}`);
    expect(contents.text).toContain(`✓ ${words.sections.schedule}`);
    expect((await open(member)).buttons).not.toContain(words.buttons.edit);

    await manager.press(words.buttons.staffing, { in: contents });
    await manager.seesView(words.staffingForm.title);
    await manager.submit({ lines: '일반직 5급 2' });
    expect(Object.values((await manager.seesView((it) => Object.keys(it.errors).length > 0)).errors)[0]).toContain(
      words.staffingForm.refusals.unread,
    );
    await manager.submit({ lines: '일반직 5급 2 2\n별정직 6급상당 2/1' });
    await manager.reads((it) => it.text.includes('4') && it.text.includes('3') && it.private);

    const filled = await open(manager);
    expect(filled.text).toContain(`✓ ${words.sections.staffing}`);
    const section = (filled.blocks ?? []).find((it) => JSON.stringify(it).includes('2018/schedule'));
    await manager.press('report_edit', { in: filled, blockId: String(section?.block_id) });
    const form = await manager.seesView(words.textForm.title);
    expect(form.fields.words?.value).toBe(TEXTS.schedule);
    expect(form.text).toContain('{{visits.민생현장.count}} → 0');
    await manager.submit({ words: `${TEXTS.schedule}\n- <b>큰</b> 일 {{nothing}}` });
    const edited = await manager.reads((it) => it.private && it.text.includes(`⚠ ${words.sections.schedule}`));
    expect((await findTexts(db, 2018)).schedule).toContain('<b>큰</b>');

    await manager.press(words.buttons.check, { in: edited });
    const checked = await manager.reads((it) => it.text.includes('{{nothing}}'));
    await manager.press(words.buttons.back, { in: checked });
    const again = await manager.reads((it) => it.private && it.buttons.includes(words.buttons.release));
    await manager.press(words.buttons.release, { in: again });
    await manager.reads((it) => it.text.includes(words.refusals.incomplete));
    await putText(db, { year: 2018, section: 'schedule', seen: 2 }, TEXTS.schedule, { actor: 'test', at: NOW });

    const ready = await open(manager);
    await manager.press(words.buttons.release, { in: ready });
    await manager.reads((it) => it.text.includes(words.refusals.not_looked_at));
    const theirs = await open(administrator);
    await administrator.press(words.buttons.look, { in: theirs });
    const looked = await administrator.reads(
      (it) => it.buttons.includes(words.buttons.release) && it.text.includes(words.lookedBy('').trim()),
    );
    await administrator.press(words.buttons.release, { in: looked });
    await administrator.reads((it) => it.text.includes(words.refusals.alone));

    const seen = await open(manager);
    await manager.press(words.buttons.release, { in: seen });
    await manager.seesView(words.releaseForm.title);
    await manager.submit({ confirm: ['yes'] });
    await manager.reads((it) => it.text.includes(words.releasedNow(1)));
    await slack.redeliverLast();
    await slack.settled();
    expect(await findReleases(db, 2018)).toHaveLength(1);
    const files = manager.messages(manager.appChannel).flatMap((it) => it.files.map(({ name }) => name));
    expect(files).toEqual(['2018-report-v1.hwpx', '2018-report-v1.docx', '2018-report-v1.pdf']);
  },
  60_000,
);

test('what is no year gets an example, and a year without texts begins with the outline', async () => {
  const { slack, db } = await startOffice();
  const { report } = textFor('ko');
  const manager = slack.as(MANAGER);
  await manager.type('/비서', '보고 올해것');
  await manager.reads((it) => it.text.includes('보고 2016'));

  await manager.type('/비서', '보고 2018');
  const preview = await manager.reads((it) => it.text.includes(report.notBegun));
  expect(preview.buttons).not.toContain(report.buttons.edit);
  await manager.press(report.buttons.begin, { in: preview });
  await manager.reads((it) => it.private && it.buttons.includes(report.buttons.edit));
  expect(Object.keys(await findTexts(db, 2018))).toHaveLength(SECTIONS.length);
});

test.each(SETTINGS_TRIED)(
  'a demand of the council is answered by three files, and handed in where it is kept ($connection, $language)',
  async (setting) => {
    const { slack, db } = await startOffice(setting);
    const words = textFor(setting.language).report.answer;
    const [person, other] = [slack.as(MEMBER), slack.as(OTHER_MEMBER)];
    const command = setting.language === 'ko' ? ['/비서', '자료 공약 2018'] : ['/biseo', 'answer pledges 2018'];
    const owed = {
      kind: 'audit_other' as const,
      title: '공약 자료',
      owner: MEMBER,
      requester: '홍의원',
      auditYear: 2017,
    };
    const by = { actor: MEMBER, at: NOW, formKey: 'a demand' };
    const { record } = await insertEntered(db, { ...NOTHING_YET, ...owed }, by);
    const type = async (who: typeof person, more: string) => {
      await who.type(command[0] ?? '', `${command[1]}${more}`);
      await slack.settled();
    };

    await type(person, ` F${record.id}`);
    expect(person.messages(person.appChannel).flatMap(({ files }) => files.map(({ name }) => name))).toEqual(
      ['hwpx', 'docx', 'pdf'].map((format) => `answer-2018-03-30.${format}`),
    );
    await type(other, ` F${record.id}`);
    const theirs = await other.reads((it) => it.buttons.includes(words.handIn));
    await other.press(words.handIn, { in: theirs });
    await other.reads((it) => it.text.includes(words.notYours));
    expect(await findFollowup(db, record.id)).toMatchObject({ status: NOTHING_YET.status, answer: null });

    const mine = await person.reads((it) => it.buttons.includes(words.handIn));
    await person.press(words.handIn, { in: mine });
    await person.reads((it) => it.text.includes(words.handed_in));
    expect(await findFollowup(db, record.id)).toMatchObject({
      ...{
        status: 'done',
        answer: '자료 제출 완료: 공약 추진실적 2018년',
        answeredTo: '홍의원',
        answeredOn: '2018-03-30',
      },
    });

    for (const [more, answered] of [
      [' 시장실 직원 및 급여 내역', '인사과'],
      [' F99999', words.noFollowup],
    ] as const) {
      await type(person, more);
      expect(person.lastAnswer()?.text, more).toContain(answered);
    }
    await person.type(command[0] ?? '', `${command[1]?.split(' ')[0]} 오징어`);
    await slack.settled();
    expect(person.lastAnswer()?.text).toContain(words.noTopic);
  },
  60_000,
);
