/** How much of an em a character takes: a Hangul syllable or an ideograph a whole one, a Latin letter or a digit about half. */
const emsOf = (character: string): number => (/[\u0020-\u024f\u2010-\u2027\u00b7]/.test(character) ? 0.55 : 1);

/** How many lines a text takes in a width of so many ems, when words may break anywhere, a little on the safe side. */
export function linesIn(text: string, ems: number): number {
  return text.split('\n').reduce((lines, line) => {
    const wide = [...line].reduce((sum, character) => sum + emsOf(character), 0);
    return lines + Math.max(1, Math.ceil((wide * 1.08) / Math.max(ems, 1)));
  }, 0);
}
