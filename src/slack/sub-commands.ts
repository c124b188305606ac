import type { App } from '@slack/bolt';
import type { Deps } from '../base/deps.ts';
import { suggest } from '../korean/suggest.ts';
import { normalise } from '../korean/typed.ts';
import type { Click } from './open-form.ts';
import { type Message, tellPrivately } from './privately.ts';
import { type Visitor, visitorOf } from './visitor.ts';

/** Answers what was typed; null when a form has opened instead, or the person was told otherwise. */
export type Run = (typed: string, visitor: Visitor, click: Click, deps: Deps) => Promise<Message | null>;

/** What can follow a command, in both languages, and who answers it. */
export type SubCommand = Named & { run: Run };
type Named = { words: readonly string[] };

/** Tells the answer to whoever used the command, under each of its names. */
export function listenForCommand(app: App, deps: Deps, names: readonly string[], answer: Run): void {
  for (const name of names) {
    app.command(name, async ({ command, client, context }) => {
      const visitor = visitorOf(context);
      const click = { client, triggerId: command.trigger_id, responseUrl: command.response_url };
      const said = await answer(normalise(command.text ?? ''), visitor, click, deps);
      const reach = { userId: visitor.person.userId, responseUrl: command.response_url };
      if (said) await tellPrivately({ client, log: deps.log }, reach, said);
    });
  }
}

/** The one that a word names. */
export const subCommand = <Sub extends Named>(subs: readonly Sub[], word: string): Sub | undefined =>
  subs.find(({ words }) => words.includes(word.toLowerCase()));

/** What can be named, and so be suggested. */
export const wordsOf = (subs: readonly Named[]): string[] =>
  subs.flatMap(({ words }) => words).filter((word) => word !== '?');

/** The word that was probably meant, where one is near. */
export const nearestOf = (subs: readonly Named[], word: string): string | null => suggest(word, wordsOf(subs));
