import type { Text } from '../ko/index.ts';
import { many, pick } from './words.ts';

export const receipt: Text['receipt'] = {
  offer: (files) => `Got ${files}. Which expense is this receipt for?`,
  offerNone: (files) => `Got ${files}. All your expenses have receipts: record a new one, or find another.`,
  choose: 'Choose an expense',
  sure: (record) => `Attach to ${record}`,
  new: 'Record an expense',
  other: 'Attach as receipt of another expense',
  not: 'Not a receipt',
  leftAlone: (files) => `${files} was not kept as a receipt.`,
  takenAlong: (files) => `${files} goes with the new record.`,
  leftOut: (file, why) => `${file}: ${why}`,
  importHint: 'To import a list of spending use `/expense import`.',
  noFiles: 'There is no file in that message. Choose one with a photo or a PDF of the receipt.',
  attachForm: {
    title: 'Attach as receipt',
    files: (files) => `Receipt: ${files}`,
    expense: 'Which expense is it for?',
    placeholder: 'Number, amount or place',
    hint: 'Records without a receipt come first. Type E12, 85000 or a place to find others.',
    submit: 'Attach',
    missing: 'Choose a record.',
  },
  attached: (record, files) => `Attached to ${record}: ${files}`,
  attachedBy: (words, by, when) => `${words} (${by} · ${when})`,
  attachedBefore: (record, files) => `Already attached to ${record}: ${files}`,
  refusedAttach: {
    not_found: 'There is no such expense. Find its number with ‘/expense list’.',
    voided: 'That expense is void and takes no receipts. Choose another, or restore it first.',
    not_yours: 'Only the person who recorded or paid it and managers can attach its receipts. Please ask one of them.',
  },

  show: 'Receipts',
  which: 'Which record? For example `/expense receipt E12`',
  none: (record) =>
    `${record} has no receipt. Send a photo to this app as a message, or attach it from the menu (⋯) of a message that has one.`,
  notForYou: 'Receipts are shown only to the person who recorded the expense and to managers. Please ask one of them.',
  sent: (record, count) =>
    count === 1
      ? `The receipt of ${record} is in the Messages tab of Biseo.`
      : `${many(count, 'receipt')} of ${record} are in the Messages tab of Biseo.`,
  sending: 'The receipts are being sent. Look in the Messages tab of Biseo.',
  comment: (record, amount) => `Receipts of ${record} · ${amount}`,
  lost: 'The kept file is missing or has changed and was not sent. Please tell an administrator.',
  states: { wanted: 'being fetched', refused: 'not kept', removed: 'removed' },
  listed: (name, state) => `${name} (${state})`,
  kinds: {
    'image/jpeg': 'JPEG',
    'image/png': 'PNG',
    'image/webp': 'WebP',
    'image/heic': 'HEIC',
    'application/pdf': 'PDF',
  },

  remove: 'Remove',
  removeForm: {
    title: 'Remove a receipt',
    explain: (name, record) => `Takes ${name} off ${record}. The file and the reason stay in its history.`,
    submit: 'Remove',
  },
  removed: (name, record) => `Removed from ${record}: ${name}`,
  approved: 'Only managers can remove receipts of an approved expense. Please ask one.',
  count: (count) => many(count, 'file'),
  removedBefore: 'That receipt is no longer there. Open the record to see what is left.',

  refused: (file, record, why) => `${file} was not kept as a receipt of ${record}. ${why} ${record} still lacks it.`,
  waiting: (file, record) =>
    `${file}, a receipt of ${record}, could not be fetched yet: the app may not read files (files:read). Please tell an administrator. It is fetched by itself once the app may.`,
  setAside: (file, record, by) =>
    `The app stopped twice while it took the file ${file} for ${record}; it is not taken any more. Uploaded by ${by}. Please look whether the file is suspicious.`,
  twice: (file, record, others) =>
    `${file}, attached to ${record}, is also the receipt of ${others}. Please check that the expense is not recorded twice.`,
  refusals: {
    empty: 'The file is empty. Take or save it again.',
    page: 'It is a saved web page, not a picture. Send a picture or a PDF.',
    archive: 'It is an archive. Unpack it and send only the pictures or PDFs.',
    not_a_receipt: 'It is neither a picture (JPEG, PNG, HEIC, WebP) nor a PDF. Send one of these.',
    damaged: 'It is damaged and can’t be opened. Take or save it again.',
    too_many_pixels: 'The picture is far too large. Make it smaller.',
    active:
      'The PDF holds scripts or other files, or calls an address when it is opened. Print it to a new PDF and send that.',
    too_slow: 'It takes too long to look into this PDF. Save it again as a PDF, as if printing it, or take a picture.',
    set_aside:
      'The app stopped twice while it took this file, so it was set aside. Take or save it again and upload that.',
    locked: 'The PDF is locked with a password and can’t be checked. Save it without one, or send a picture of it.',
    gone: 'Slack does not have it any more, or the app can’t see it there. Send it to the app directly.',
    external: 'It is a link to a file elsewhere, not a file in Slack. Upload the file itself.',
    elsewhere: 'It is not stored in Slack. Upload the file itself.',
    no_access: 'The app may not read files (files:read). Please tell an administrator.',
    unavailable: 'It could not be fetched from Slack, after many tries. Send it again.',
  },

  tooLarge: (size, most) =>
    `It is ${size === '' ? 'too large' : `${size} MB`}; a receipt may have ${most} MB. Send a smaller picture.`,

  backedUp: (count, folder) => `Copied ${many(count, 'receipt')} with it: ${folder}`,
  backupLacks: (count) =>
    `${many(count, 'file')} of receipts ${pick(count, 'is missing or has', 'are missing or have')} changed, and ${pick(count, 'was', 'were')} not copied:`,
  restored: (count, folder) => `Restored ${many(count, 'receipt')}: ${folder}`,
  restoreLacks: (count, folder) =>
    `All records are restored, but ${many(count, 'file')} of receipts ${pick(count, 'is missing from the backup or has', 'are missing from the backup or have')} changed. Check that the folder ${folder}, made with the backup, is beside it:`,
  andMore: (count) => `and ${count} more`,
};
