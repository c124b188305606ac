import { describe, expect, test } from 'vitest';
import { type Text, textFor } from '../../src/text/index.ts';
import { isCalled } from '../support/cards.ts';
import { sentencesOf } from '../support/sentences.ts';

type Said = (text: Text) => string;

/** What is pressed, and what the window that it opens is called. */
const OPENS: readonly (readonly [button: Said, window: Said])[] = [
  [({ visit }) => visit.cancel, ({ visit }) => visit.cancelForm.title],
  [({ visit }) => visit.cancelForm.submit, ({ visit }) => visit.cancelForm.title],
  [({ visit }) => visit.restore, ({ visit }) => visit.restoreForm.title],
  [({ visit }) => visit.result, ({ visit }) => visit.resultForm.title],
  [({ visit }) => visit.share, ({ visit }) => visit.shareForm.title],
  [({ visit }) => visit.tie, ({ visit }) => visit.tieForm.title],
  [({ visit }) => visit.edit, ({ visit }) => visit.form.edit],
  [({ visit }) => visit.record, ({ visit }) => visit.form.plan],
  [({ visit }) => visit.programs.change, ({ visit }) => visit.programs.formTitle],
  [({ expense }) => expense.edit, ({ expense }) => expense.form.edit],
  [({ expense }) => expense.void, ({ expense }) => expense.voidForm.title],
  [({ expense }) => expense.held.mend, ({ expense }) => expense.form.mend],
  [({ expense }) => expense.held.discard, ({ expense }) => expense.held.discardForm.title],
  [({ council }) => council.void, ({ conversation }) => conversation.void.form.title],
  [({ council }) => council.edit, ({ council }) => council.form.edit],
  [({ council }) => council.brief.edit, ({ council }) => council.brief.editTitle],
  [({ council }) => council.brief.close, ({ council }) => council.brief.closeForm.title],
  [({ council }) => council.members.edit, ({ council }) => council.members.editTitle],
  [({ council }) => council.rules.change, ({ council }) => council.rules.formTitle],
  [({ followup }) => followup.edit, ({ followup }) => followup.form.edit],
  [({ followup }) => followup.void, ({ followup }) => followup.voidForm.title],
  [({ followup }) => followup.finish, ({ followup }) => followup.finishForm.title],
  [({ followup }) => followup.postpone, ({ followup }) => followup.postponeForm.title],
  [({ followup }) => followup.decline, ({ followup }) => followup.declineForm.title],
  [({ followup }) => followup.hand, ({ followup }) => followup.handForm.title],
  [({ followup }) => followup.beginAgain, ({ followup }) => followup.reopenForm.title],
  [({ followup }) => followup.list.add, ({ followup }) => followup.form.add],
  [({ check }) => check.give, ({ check }) => check.form.title],
  [({ check }) => check.accept.button, ({ check }) => check.accept.title],
  [({ check }) => check.accept.submit, ({ check }) => check.accept.title],
  [({ check }) => check.list.limits, ({ check }) => check.limits.title],
  [({ check }) => check.limits.open, ({ check }) => check.limits.form],
  [({ check }) => check.limits.openRules, ({ check }) => check.limits.rulesForm],
  [({ check }) => check.limits.openOffice, ({ check }) => check.limits.office.title],
  [({ approval }) => approval.request.change, ({ approval }) => approval.forms.changes.title],
  [({ approval }) => approval.request.refuse, ({ approval }) => approval.forms.refused.title],
  [({ approval }) => approval.list.settings, ({ approval }) => approval.settings.title],
  [({ approval }) => approval.list.away, ({ approval }) => approval.away.title],
  [({ disclosure }) => disclosure.buttons.release, ({ disclosure }) => disclosure.releaseForm.title],
  [({ disclosure }) => disclosure.buttons.correct, ({ disclosure }) => disclosure.releaseForm.correctTitle],
  [({ disclosure }) => disclosure.buttons.hide, ({ disclosure }) => disclosure.hideForm.title],
  [({ disclosure }) => disclosure.buttons.elected, ({ disclosure }) => disclosure.electedForm.title],
  [({ imported }) => imported.undo.button, ({ imported }) => imported.undo.title],
  [({ pledge }) => pledge.update, ({ pledge }) => pledge.form.titles.update],
  [({ pledge }) => pledge.propose, ({ pledge }) => pledge.form.titles.propose],
  [({ pledge }) => pledge.link, ({ pledge }) => pledge.links.title],
  [({ pledge }) => pledge.proposal.decline, ({ pledge }) => pledge.proposal.declineForm.title],
  [({ pledge }) => pledge.proposal.reopen, ({ pledge }) => pledge.proposal.reopenForm.title],
  [({ pledge }) => pledge.review.answer, ({ pledge }) => pledge.form.titles.review],
  [({ pledge }) => pledge.review.close, ({ pledge }) => pledge.review.closing.title],
  [({ pledge }) => pledge.review.cancel.button, ({ pledge }) => pledge.review.cancel.title],
  [({ pledge }) => pledge.evaluation.add, ({ pledge }) => pledge.evaluation.form.title],
  [({ receipt }) => receipt.new, ({ expense }) => expense.form.record],
  [({ receipt }) => receipt.other, ({ receipt }) => receipt.attachForm.title],
  [({ receipt }) => receipt.remove, ({ receipt }) => receipt.removeForm.title],
  [({ receipt }) => receipt.attachForm.submit, ({ receipt }) => receipt.attachForm.title],
  [({ outbox }) => outbox.drop, ({ outbox }) => outbox.dropConfirm.title],
  [({ reminder }) => reminder.settings.open, ({ reminder }) => reminder.settings.title],
  [({ reminder }) => reminder.settings.openOffice, ({ reminder }) => reminder.settings.officeTitle],
  [({ reminder }) => reminder.done.visit_result ?? '', ({ visit }) => visit.resultForm.title],
  [({ reminder }) => reminder.done.visit_notice ?? '', ({ visit }) => visit.shareForm.title],
  [({ reminder }) => reminder.done.visit_unshared ?? '', ({ visit }) => visit.shareForm.title],
  [({ reminder }) => reminder.done.council_announcement ?? '', ({ council }) => council.brief.log],
  [({ reminder }) => reminder.done.council_feedback ?? '', ({ council }) => council.form.edit],
  [({ reminder }) => reminder.done.expense_evidence ?? '', ({ check }) => check.form.title],
  [({ home }) => home.record.expense, ({ expense }) => expense.form.record],
  [({ home }) => home.record.visit, ({ visit }) => visit.form.plan],
  [({ home }) => home.record.council, ({ council }) => council.form.log],
  [({ home }) => home.record.followup, ({ followup }) => followup.form.add],
  [({ home }) => home.record.pledge, ({ office }) => office.pledgeForm.title],
  [({ home }) => home.day.writeResult, ({ visit }) => visit.resultForm.title],
  [({ home }) => home.setup.does.channel, ({ office }) => office.channelForm.title],
  [({ home }) => home.setup.does.budgets, ({ office }) => office.budgetForm.title],
  [({ home }) => home.setup.does.people, ({ office }) => office.personAdd],
  [({ home }) => home.setup.does.second_administrator, ({ office }) => office.personAdd],
  [({ home }) => home.setup.does.members, ({ council }) => council.files.importTitle],
  [({ home }) => home.setup.does.pledges, ({ pledge }) => pledge.files.title],
  [({ home }) => home.setup.does.expenses, ({ files }) => files.form.title],
  [({ office }) => office.menu.settings, ({ home }) => home.settings.title],
  [({ office }) => office.menu.reminders, ({ reminder }) => reminder.settings.title],
  [({ office }) => office.menu.limits, ({ check }) => check.limits.title],
  [({ office }) => office.menu.approvalSettings, ({ approval }) => approval.settings.title],
  [({ office }) => office.menu.visitSettings, ({ visit }) => visit.settings.title],
  [({ office }) => office.menu.digestSettings, ({ digest }) => digest.settings.title],
  [({ digest }) => digest.settings.open, ({ digest }) => digest.settings.title],
  [({ office }) => office.menu.reminderOffice, ({ reminder }) => reminder.settings.officeTitle],
  [({ office }) => office.menu.programs, ({ visit }) => visit.programs.title],
  [({ office }) => office.menu.changeCategory, ({ office }) => office.categoryForm.title],
  [({ office }) => office.menu.importMembers, ({ council }) => council.files.importTitle],
  [({ office }) => office.menu.importPledges, ({ pledge }) => pledge.files.title],
  [({ office }) => office.menu.importExpenses, ({ files }) => files.form.title],
  [({ office }) => office.change, ({ office }) => office.personForm.title],
  [({ office }) => office.menu.channel, ({ office }) => office.channelForm.title],
  [({ office }) => office.budgets, ({ office }) => office.budgetForm.title],
  [({ report }) => report.buttons.edit, ({ report }) => report.textForm.title],
  [({ report }) => report.buttons.day, ({ report }) => report.dayForm.title],
  [({ report }) => report.buttons.staffing, ({ report }) => report.staffingForm.title],
  [({ report }) => report.buttons.outside, ({ report }) => report.outsideForm.title],
  [({ report }) => report.buttons.visit, ({ report }) => report.visitForm.title],
  [({ report }) => report.buttons.accept, ({ report }) => report.acceptForm.title],
  [({ report }) => report.buttons.release, ({ report }) => report.releaseForm.title],
  [({ upkeep }) => upkeep.access.review, ({ upkeep }) => upkeep.access.reviewForm.title],
  [({ upkeep }) => upkeep.retention.settings, ({ upkeep }) => upkeep.retention.form.title],
  [({ daysOff }) => daysOff.add, ({ daysOff }) => daysOff.form.title],
  [({ daysOff }) => daysOff.remove, ({ daysOff }) => daysOff.removeForm('').title],
];

describe.each(['ko', 'en'] as const)('in %s', (language) => {
  const text = textFor(language);

  test.each(OPENS.map(([button, window]) => [button(text), window(text)]))(
    '‘%s’ opens a window of that name: %s',
    (button, window) => {
      expect(button).not.toBe('');
      expect(isCalled(button, window), `${button} → ${window}`).toBe(true);
      expect([...window].length).toBeLessThanOrEqual(24);
    },
  );

  test('no window has two buttons that say the same: its way out is to close it, and that does nothing else', () => {
    const out = text.conversation.cancel;
    const { ask: _, usage: __, ...spoken } = text;
    const does = sentencesOf(spoken, ['표본']).filter(({ at }) => /\.(?:submit|save|button)$/.test(at));
    expect(does.length).toBeGreaterThan(60);
    expect(does.filter(({ words }) => words.startsWith(out) || /^(?:취소|Cancel)$/.test(words))).toEqual([]);
    const ways = sentencesOf(spoken, ['표본']).filter(({ at }) =>
      /Form\.(?:cancel|close|deny|no)$|\.form\.cancel$/.test(at),
    );
    expect(new Set(ways.map(({ words }) => words))).toEqual(new Set([out]));
  });
});
