import { expect, test } from 'vitest';
import { givenFile } from '../../src/slack/download.ts';
import { tableRefusal } from '../../src/tables/refusal-words.ts';
import { LIMITS } from '../../src/tables/table.ts';
import { textFor } from '../../src/text/index.ts';

const file = { id: 'F1', name: '집행내역.csv', url: 'https://files.slack.com/F1' };

test.each(['ko', 'en'] as const)(
  'a form says of a file that is too large how large it is, before it is fetched (%s)',
  (language) => {
    const text = textFor(language);
    const most = LIMITS.file;
    expect(givenFile([{ ...file, size: most + 1 }], text)).toEqual({
      refusal: tableRefusal('too_large', most + 1, text),
    });
    for (const size of [most, 1, null])
      expect(givenFile([{ ...file, size }], text)).toEqual({ name: file.name, url: file.url });
    for (const none of [[], [{ ...file, url: null, size: 1 }]])
      expect(givenFile(none, text)).toEqual({ refusal: text.conversation.missing });
  },
);
