/**
 * One line as people mean it: NFC, full-width letters and digits as plain ones, every kind of space as one plain space,
 * invisible characters gone, curly quotes straight. Hangul, symbols (㎡, ①, ㈜) and dashes stay as typed.
 */
export const normalise = (typed: string): string => visible(typed).replace(/\s+/g, ' ').trim();

/** The same for text of several lines: line breaks stay (as `\n`), blank lines at both ends go. */
export const normaliseLines = (typed: string): string =>
  visible(typed)
    .split(/\r\n|[\n\r\v\f\u2028\u2029]/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .trim();

/** More, blanks and all, is no date, time, period or headcount, and is not looked at. A form's field takes as much. */
export const LONGEST_TYPED = 3_000;

/** A longer line of an entry is kept as words, and nothing is read into it. Of a message, Slack advises a third of it. */
export const LONGEST_LINE = 12_000;

/** For reading dates, periods and commands: besides, every dash is `-`, every tilde `~`, letters are small. */
export const plainly = (typed: string): string =>
  normalise(typed)
    .replace(/[‐-―−]/g, '-')
    .replace(/[〜∼]/g, '~')
    .toLowerCase();

/** Letters and signs that are as people mean them already. A list of spends has little else, and is a million cells long. */
const AS_MEANT = /^[\t\n\r -~가-힣]*$/;

const visible = (typed: string): string => (AS_MEANT.test(typed) ? typed : madeVisible(typed));

// Removing comes before NFC: what stood apart may join then.
const madeVisible = (typed: string): string =>
  typed
    .toWellFormed()
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\uFFE6', '₩')
    .replaceAll('\u0085', '\n')
    .replace(LOOSE_JOINER, '')
    .replace(INVISIBLE, '')
    .replace(BLANK, ' ')
    .normalize('NFC')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″]/g, '"');

/** A zero-width joiner that holds no emoji together. */
const LOOSE_JOINER =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D|\u200D(?!\p{Extended_Pictographic})/gu;

/** Controls but line breaks and tabs, zero-width spaces, direction marks (they can make a name read as another), fillers. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
  /[\0-\x08\x0E-\x1F\x7F-\x9F\xAD\u061C\u115F\u1160\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;

/** Letters that look like a space: Hangul fillers, the empty Braille cell. */
const BLANK = /[\u3164\uFFA0\u2800]/g;
