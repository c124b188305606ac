import type { Text } from '../ko/index.ts';
import { many, pick } from './words.ts';

export const access: Text['access'] = {
  title: 'Biseo',
  close: 'Close',
  asked:
    'You are not on the office’s list yet. The administrators have been asked to add you; you will get a message when they have.',
  askedBefore:
    'You are not on the office’s list yet. The administrators have already been asked; please wait a little.',
  nobodyToAsk:
    'You are not on the office’s list yet, and there is no administrator to add you. Please tell whoever installed the app.',
  saving:
    'Saving… The database is busy, so this takes a little longer. You may close this window; saving goes on. If this still stands here after some minutes, it may not have been saved: check the list.',
  notSaved: 'This was not saved. What you typed is still here: check it and save again.',
  tooLate: 'That took too long for a form to open. What you typed is kept: press the button below.',
  openAgain: 'Open the form',
  removed: 'You are not on the office’s list, so nothing was saved. Please ask an administrator.',
  guest: 'Guests can’t use Biseo. Please ask someone of the mayor’s office.',
  guestNotAdded:
    'Guests, accounts of other workspaces and unused accounts can’t be put on the list. Choose an account of the office’s own workspace.',
  otherWorkspace: 'Accounts of other workspaces can’t use Biseo. Please ask someone of the mayor’s office.',
  request: (name) => `${name} wants to use Biseo. Add them to the office’s list?`,
  add: 'Add as member',
  dismiss: 'Don’t add',
  added: (name, by, when) => `${name} was added as a member. (${by} · ${when})`,
  addedBefore: (name) => `${name} is on the office’s list already.`,
  dismissed: (name, by, when) => `${name} was not added. (${by} · ${when})`,
  welcome: 'You are on the office’s list now. Type `/biseo` to see what you can do.',
  account: {
    left: (name) =>
      `${name}’s Slack account was deactivated or became a guest’s, so they were taken off the office’s list.`,
    removed: (name) => `${name} was taken off the office’s list.`,
    followupsLeft: (count) =>
      `They have ${many(count, 'open follow-up')} left; please give ${pick(count, 'it', 'them')} to someone else.`,
    visitsLeft: (count) =>
      `They own or go along on ${many(count, 'visit')} ahead; please give ${pick(count, 'it', 'them')} to someone else.`,
    showOpen: 'Show open follow-ups',
    showVisits: 'Show visits ahead',
    kept: (name) =>
      `The Slack account of ${name}, your only administrator, was deactivated or became a guest’s. They stay on the list, because without an administrator nobody could change it. Please ask whoever installed the app to name another one (ADMIN_USER_IDS).`,
    back: (name, role) =>
      `${name}’s Slack account is in use again. Put them back on the office’s list? (They were: ${role})`,
  },
  notAdministrator: 'Only an administrator can do that. Please ask one.',
  notManager: 'Only a manager or an administrator can do that. Please ask one.',
  broke: (reference) =>
    `Something went wrong. Please try again; if it happens again, give an administrator the number ${reference}.`,
  brokeInForm: (reference) => `This was not saved. What you typed is still here: press again. (${reference})`,
};
