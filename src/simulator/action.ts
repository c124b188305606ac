import type { Value, Values } from './protocol.ts';

/** Where an element stands. */
export type Place = { channel: string; ts: string } | { view: string };

export type Action =
  /** The whole line as typed, `/지출 85000 미진`; `@name` and `#channel` become references on the server. */
  | { do: 'command'; channel: string; text: string }
  | { do: 'message'; channel: string; text: string; threadTs?: string; files?: string[] }
  | { do: 'deleteMessage'; channel: string; ts: string }
  | { do: 'dismiss'; channel: string; ts: string }
  | { do: 'react'; channel: string; ts: string; name: string }
  /**
   * Anything that sends block_actions: a button (no value), a select, a date, checkboxes, overflow (the option's value), a text
   * input with dispatch_action_config. `values`: what else the form or message holds now.
   */
  | { do: 'press'; place: Place; blockId: string; actionId: string; value?: Value; values?: Values }
  /** The page remembers nothing across a reload but what it tells here. Nothing is sent to the app. */
  | { do: 'fill'; place: Place; values: Values }
  | { do: 'submit'; view: string; values: Values }
  /** `all`: the whole stack (the X); otherwise the front one (its close button). */
  | { do: 'close'; view: string; all?: boolean }
  | { do: 'options'; place: Place; blockId: string; actionId: string; query: string }
  | { do: 'openHome'; tab?: 'home' | 'messages' }
  | { do: 'shortcut'; callbackId: string }
  | { do: 'messageShortcut'; callbackId: string; channel: string; ts: string }
  | { do: 'markRead'; channel: string; ts?: string }
  /** Answers with `channel`. */
  | { do: 'openDm'; user: string }
  | { do: 'addPerson'; name: string; title?: string; department?: string; locale?: 'ko-KR' | 'en-US' }
  | { do: 'join'; channel: string }
  | { do: 'inviteApp'; channel: string }
  /** The last delivery (or the traffic line named) once more, same ids, as Slack does when it saw no answer. */
  | { do: 'redeliver'; id?: number }
  /** Ends the oldest connection without a word, or all of them. */
  | { do: 'cut'; all?: boolean }
  /** Tells the oldest connection (or all) to make way for a new one, as Slack does every few hours. */
  | { do: 'refresh'; all?: boolean; reason?: 'warning' | 'refresh_requested' | 'link_disabled' }
  /** Of the Web API: the next `next` calls, or all for `seconds`; neither: back to normal. */
  | { do: 'fail'; status: 429 | 500; next?: number; seconds?: number; method?: string }
  | { do: 'moveClock'; ms: number };

/** What the form itself refuses before anything is sent; words are the page's. */
export type FieldProblem = {
  blockId: string;
  problem:
    | 'required'
    | 'too_short'
    | 'too_long'
    | 'too_small'
    | 'too_large'
    | 'not_a_number'
    | 'no_decimals'
    | 'not_an_email'
    | 'not_a_url'
    | 'not_a_date'
    | 'not_an_option'
    | 'too_many'
    | 'wrong_file_type';
  limit?: number;
};

/** One choice of a select, as Slack words it. */
export type Option = {
  text: { type: string; text: string };
  value: string;
  description?: { type: string; text: string };
};

export type Answer =
  | {
      ok: true;
      /** From sending to the app's acknowledgement; 0 where nothing is sent. */
      tookMs: number;
      options?: Option[];
      optionGroups?: { label: { type: string; text: string }; options: Option[] }[];
      channel?: string;
      user?: string;
      ts?: string;
    }
  | {
      ok: false;
      tookMs: number;
      /**
       * `operation_timeout` (no answer in 3 s), `dispatch_failed` (no connection, or the answer was an error), `app_error` (what the
       * app answered is not allowed), `form_incomplete` (see problems), `form_refused` (see errors, also in the view),
       * `unknown_command`, `no_such_person`, `no_such_channel`, `no_such_message`, `no_such_view`, `no_such_element`, `not_allowed`,
       * `bad_request` …
       */
      error: string;
      sentence: string;
      problems?: FieldProblem[];
      errors?: { [blockId: string]: string };
    };
