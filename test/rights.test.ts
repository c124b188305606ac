import { expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { APPROVAL } from './rights/approval.ts';
import { COUNCIL } from './rights/council.ts';
import { DISCLOSURE } from './rights/disclosure.ts';
import { EXPENSE } from './rights/expense.ts';
import { FOLLOWUP } from './rights/followup.ts';
import { OFFICE } from './rights/office.ts';
import { PLEDGE } from './rights/pledge.ts';
import { REPORT } from './rights/report.ts';
import { VISIT } from './rights/visit.ts';
import { startOffice } from './support/office.ts';
import { COLUMNS, formsTried, type Right, triedBy, withOthers } from './support/rights.ts';

const RIGHTS = {
  ...EXPENSE,
  ...APPROVAL,
  ...DISCLOSURE,
  ...VISIT,
  ...COUNCIL,
  ...FOLLOWUP,
  ...PLEDGE,
  ...REPORT,
  ...OFFICE,
};
type What = keyof typeof RIGHTS;
/** What the app listens for, by callback_id. */
const forms = commands.flatMap(({ hears = [] }) => hears).flatMap((it) => (it.hears === 'submission' ? [it.id] : []));
let rows = 0;

/**
 * Who may do what: `✓` it is done, `–` it is refused in words and nothing is changed. Left what is one's own, right what is somebody
 * else's; one half where it is nobody's. In each the columns: member, manager, administrator, former, guest. Every cell is tried with a
 * form or button that the person had while it was allowed.
 */
// biome-ignore format: a table is read by its columns
const TABLE: Record<What, string> = {
  //                                                  own         somebody else's
  'record a spend':                                 '✓ ✓ ✓ – –',
  'edit a spend':                                   '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'void a spend':                                   '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'void a spend in one line':                       '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'bring a voided spend back':                     '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'edit an approved spend':                         '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'void an approved spend':                         '– ✓ ✓ – – | – ✓ ✓ – –',
  'mend a held row':                                '✓ ✓ ✓ – –',
  'discard a held row':                             '– ✓ ✓ – –',
  'answer a finding':                               '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'accept a finding':                               '– – – – – | – ✓ ✓ – –',
  'change a limit':                                 '– ✓ ✓ – –',
  'turn a rule on':                                 '– ✓ ✓ – –',
  'change the lists of the rules':                 '– ✓ ✓ – –',
  'import spends':                                  '– ✓ ✓ – –',
  'take an import back':                            '– ✓ ✓ – – | – ✓ ✓ – –',
  'take the ledger along':                          '✓ ✓ ✓ – –',
  'see the receipts':                               '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'add a receipt':                                  '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'take off a receipt':                             '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'take a receipt off an approved spend':           '– ✓ ✓ – – | – ✓ ✓ – –',

  'approve a spend':                                '– – – – – | – ✓ ✓ – –',
  'approve a spend over its budget':                '– – – – – | – ✓ ✓ – –',
  'ask for changes':                                '– – – – – | – ✓ ✓ – –',
  'refuse a spend':                                 '– – – – – | – ✓ ✓ – –',
  'approve a spend as a deputy':                    '– – – – – | ✓ ✓ ✓ – –',
  'say what needs approval':                        '– ✓ ✓ – –',
  'be away and name a deputy':                      '– ✓ ✓ – –',
  'end days away':                                  '✓ ✓ ✓ – – | – – – – –',

  'look at what is to be published':                '✓ ✓ ✓ – –',
  'decide on a name':                               '– ✓ ✓ – –',
  'hide words':                                     '– ✓ ✓ – –',
  'name the elected':                               '– ✓ ✓ – –',
  'release a month':                                '– ✓ ✓ – –',
  'release a correction':                           '– ✓ ✓ – –',
  'take a draft along':                             '✓ ✓ ✓ – –',
  'take a released table along':                    '✓ ✓ ✓ – –',

  'plan a visit':                                   '✓ ✓ ✓ – –',
  'edit a visit':                                   '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'bring back a visit that was called off':        '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'move a visit':                                   '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'cancel a visit':                                 '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'say what came of a visit':                       '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'say who came to a visit and what was given':    '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'note that the council was told':                 '✓ ✓ ✓ – – | ✓ ✓ ✓ – –',
  'tie a spend to a visit':                         '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'tie spends to a visit in the form':              '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'change a program':                               '– ✓ ✓ – –',
  'set what is near and far':                       '– ✓ ✓ – –',
  'take the visits along':                          '✓ ✓ ✓ – –',

  'log a contact':                                  '✓ ✓ ✓ – –',
  'edit a contact':                                 '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'void a contact':                                 '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'bring a voided contact back':                   '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'tie a spend to a contact':                       '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'enter a policy to explain':                      '✓ ✓ ✓ – –',
  'change a policy to explain':                     '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'close a policy that was not explained':         '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'import council members':                         '– ✓ ✓ – –',
  'change a council member':                        '– ✓ ✓ – –',
  'say what counts':                                '– ✓ ✓ – –',
  'take the contacts along':                        '✓ ✓ ✓ – –',

  'enter a follow-up':                              '✓ ✓ ✓ – –',
  'begin a follow-up':                              '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'decline a follow-up':                           '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'give a follow-up its due day':                  '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'open a follow-up again':                        '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'take up what nobody has':                        '✓ ✓ ✓ – –',
  'finish a follow-up':                             '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'finish a follow-up in one line':                 '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'postpone a follow-up':                           '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'hand a follow-up over':                          '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'edit a follow-up':                               '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'void a follow-up':                               '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'bring a voided follow-up back':                 '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'import an audit’s demands':                      '– ✓ ✓ – –',
  'take the follow-ups along':                      '✓ ✓ ✓ – –',

  'update a pledge, or propose to':                 '✓ ✓ ✓ – –',
  'confirm a proposal':                             '– ✓ ✓ – – | – ✓ ✓ – –',
  'decline a proposal':                             '– ✓ ✓ – – | – ✓ ✓ – –',
  'open a declined proposal again':                '– ✓ ✓ – – | – ✓ ✓ – –',
  'add a pledge':                                   '– ✓ ✓ – –',
  'edit a pledge':                                  '– ✓ ✓ – –',
  'void a pledge':                                  '– ✓ ✓ – –',
  'bring a voided pledge back':                    '– ✓ ✓ – –',
  'link a record to a pledge':                      '✓ ✓ ✓ – –',
  'open a round':                                   '– ✓ ✓ – –',
  'ask again in a round':                           '– ✓ ✓ – –',
  'answer in a round':                              '✓ ✓ ✓ – – | – ✓ ✓ – –',
  'answer several without change in a round':       '✓ ✓ ✓ – – | – – – – –',
  'freeze a round':                                 '– ✓ ✓ – –',
  'call a round off':                                 '– ✓ ✓ – –',
  'note that a round was published':                '– ✓ ✓ – –',
  'enter an evaluation from outside':               '– ✓ ✓ – –',
  'change an evaluation from outside':              '– ✓ ✓ – –',
  'name who answers for a department':              '– ✓ ✓ – –',
  'name a field':                                   '– ✓ ✓ – –',
  'add a type':                                     '– ✓ ✓ – –',
  'look at what a file of pledges would change':    '– ✓ ✓ – –',
  'import pledges':                                 '– ✓ ✓ – –',
  'take the pledges along':                         '✓ ✓ ✓ – –',

  'write in the report':                            '– ✓ ✓ – –',
  'set the report’s day':                           '– ✓ ✓ – –',
  'enter the staffing':                             '– ✓ ✓ – –',
  'enter a figure of others':                       '– ✓ ✓ – –',
  'say more of a visit in the report':              '– ✓ ✓ – – | – ✓ ✓ – –',
  'let a doubt of the report stand':                '– ✓ ✓ – –',
  'release the report':                             '– ✓ ✓ – –',

  'set a budget':                                   '– ✓ ✓ – –',
  'set a category':                                 '– ✓ ✓ – –',
  'set a budget in the form':                       '– ✓ ✓ – –',
  'set a category in the form':                     '– ✓ ✓ – –',
  'choose the office’s channel':                    '– ✓ ✓ – –',
  'see who is of the office':                       '✓ ✓ ✓ – –',
  'add somebody':                                   '– – ✓ – –',
  'change a role':                                  '– – ✓ – – | – – ✓ – –',
  'let somebody in who knocked':                    '– – ✓ – –',
  'dismiss somebody who knocked':                   '– – ✓ – –',
  'choose one’s own language':                      '✓ ✓ ✓ – –',
  'choose one’s own settings':                      '✓ ✓ ✓ – –',
  'choose one’s own reminders':                     '✓ ✓ ✓ – –',
  'choose the office’s reminders':                  '– ✓ ✓ – –',
  'look at the week':                               '✓ ✓ ✓ – –',
  'send the digest':                                '– ✓ ✓ – –',
  'send the digest once more':                      '– ✓ ✓ – –',
  'set up the digest':                              '– ✓ ✓ – –',
  'stop one’s own digest':                          '✓ ✓ ✓ – –',
  'look at the access records':                     '– – ✓ – –',
  'say that a month’s access records were looked through': '– – ✓ – –',
  'see the office’s own holidays':                 '✓ ✓ ✓ – –',
  'note a holiday':                                 '– – ✓ – –',
  'take a holiday back':                            '– – ✓ – –',
  'set how long things are kept':                   '– – ✓ – –',
  'delete what has been kept long enough':          '– – ✓ – –',
  'have the set-up checked':                        '– – ✓ – –',
  'see what could not be sent':                     '– – ✓ – –',
  'send again what could not be sent':              '– – ✓ – –',
  'send again all that could not be sent':          '– – ✓ – –',
  'give up what could not be sent':                 '– – ✓ – –',
};

test.each(Object.entries(TABLE) as [What, string][])('%s: %s', async (what, row) => {
  const right: Right = RIGHTS[what];
  const [own = [], other] = row.split('|').map((half) => half.split(' ').filter(Boolean));
  expect([own, other ?? own].map((half) => half.length)).toEqual([COLUMNS.length, COLUMNS.length]);
  rows++;
  const office = await withOthers(await startOffice());

  const came = [
    await triedBy(office, right, 'own', own),
    ...(other ? [await triedBy(office, right, 'other', other)] : []),
  ];

  expect(came.map((half) => half.join(' ')).join(' | ')).toBe(row);
});

/** It becomes the form that updates the pledge, which is in the table. */
const BEFORE_OTHERS = ['pledge_pick'];

test('no form of the app is missing in the table', ({ skip }) => {
  if (rows < Object.keys(TABLE).length) skip();

  expect(forms.filter((id) => !formsTried.has(id))).toEqual(BEFORE_OTHERS);
});
