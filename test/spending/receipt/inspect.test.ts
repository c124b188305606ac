import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspect } from '../../../src/spending/receipt/inspect.ts';
import { refusePdfInTime } from '../../../src/spending/receipt/pdf/in-time.ts';
import { LARGEST_RECEIPT } from '../../../src/spending/receipt/rules.ts';
import { archiveBomb, heic, JPEG, PAGE, packedPdf, pdf, png, streamPdf, WEBP } from './given.ts';

const zip = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(200)]);

test.each([
  ['a photo', JPEG, 'image/jpeg'],
  ['a photo with a film behind it, as some phones take', Buffer.concat([JPEG, Buffer.alloc(500, 7)]), 'image/jpeg'],
  ['a screenshot', png(), 'image/png'],
  ['a picture of the largest phone', png(12_000, 9_000), 'image/png'],
  ['a picture from the web', WEBP, 'image/webp'],
  ['an iPhone’s photo', heic(), 'image/heic'],
  ['a scan', pdf(), 'application/pdf'],
  ['a scan with packed objects', packedPdf('7 0 << /Type /Page >>'), 'application/pdf'],
  ['a PDF behind a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), pdf()]), 'application/pdf'],
  ['a PDF behind blanks', Buffer.concat([Buffer.from(' \r\n \n'), pdf()]), 'application/pdf'],
  ['a PDF with zeros behind it', Buffer.concat([pdf(), Buffer.alloc(2_000)]), 'application/pdf'],
  ['a PDF with a link', pdf('/A << /S /URI /URI (https://example.com) >>'), 'application/pdf'],
  ['a PDF that opens on its first page', pdf('/OpenAction [2 0 R /Fit]'), 'application/pdf'],
])('%s is a receipt', async (_what, bytes, type) => {
  expect(await inspect(bytes)).toEqual({ type });
});

test.each([
  ['nothing', Buffer.alloc(0), 'empty'],
  ['more than 20 MB', Buffer.alloc(LARGEST_RECEIPT + 1, 1), 'too_large'],
  ['a web page', Buffer.from(PAGE), 'page'],
  ['a drawing that may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'page'],
  ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'not_a_receipt'],
  ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]), 'not_a_receipt'],
  ['a table', Buffer.from('날짜,금액\n2018-03-01,85000\n'), 'not_a_receipt'],
  ['an archive', zip, 'archive'],
  ['an archive bomb', archiveBomb(), 'archive'],
  ['half a photo', JPEG.subarray(0, JPEG.length - 40), 'damaged'],
  ['a photo without a picture', Buffer.concat([JPEG.subarray(0, 20), Buffer.from([0xff, 0xd9])]), 'damaged'],
  ['half a screenshot', png().subarray(0, 50), 'damaged'],
  ['a screenshot of no height', png(24, 0), 'damaged'],
  ['a picture bomb', png(60_000, 60_000), 'too_many_pixels'],
  ['a ribbon of a picture', png(40_000, 1), 'too_many_pixels'],
  ['an iPhone’s photo as large as a town', heic(100_000, 100_000), 'too_many_pixels'],
  ['an iPhone’s photo without a size', heic(0, 0), 'damaged'],
  ['half a scan', pdf().subarray(0, 60), 'damaged'],
  ['a PDF with a script', pdf('/OpenAction << /S /JavaScript /JS (app.alert) >>'), 'active'],
  ['a PDF with a script under another spelling', pdf('/AA << /S /J#61vaScript >>'), 'active'],
  ['a PDF with a packed script', packedPdf('7 0 << /S /JavaScript /JS (x) >>'), 'active'],
  ['a PDF that starts a program', pdf('/OpenAction << /S /Launch /F (cmd.exe) >>'), 'active'],
  ['a PDF with a file in it', pdf('/Names << /EmbeddedFiles 4 0 R >>'), 'active'],
  ['a PDF with a file pinned to a page', pdf('/Annots [<< /Subtype /FileAttachment >>]'), 'active'],
  ['a PDF with a packed file', packedPdf('7 0 << /Subtype /FileAttachment /FS 8 0 R >>'), 'active'],
  ['a PDF with a packed script under another spelling', packedPdf('7 0 << /S /Java#53cript >>'), 'active'],
  ['a PDF that opens another one', packedPdf('7 0 << /S /GoToR /F (other.pdf) >>'), 'active'],
  ['a PDF with a form of another kind', packedPdf('7 0 << /XFA 9 0 R >>'), 'active'],
  [
    'a PDF packed twice',
    streamPdf(deflateSync(deflateSync('7 0 << /S /JavaScript >>')), '[/FlateDecode /FlateDecode]'),
    'damaged',
  ],
  [
    'a PDF with a script in letters',
    streamPdf(Buffer.from(Buffer.from('7 0 << /S /JavaScript >>').toString('hex')), '/ASCIIHexDecode'),
    'damaged',
  ],
  ['a PDF locked under another spelling', pdf('', '/E#6ecrypt 5 0 R'), 'locked'],
  ['a locked PDF', pdf('', '/Encrypt 5 0 R'), 'locked'],
  ['a PDF bomb', packedPdf(Buffer.alloc(40 * 1024 * 1024)), 'damaged'],
])('%s is no receipt', async (_what, bytes, refusal) => {
  expect(await inspect(bytes)).toEqual({ refusal });
});

test('whatever is cut off, turned over or made up, the answer is a word and never a crash', async () => {
  const whole = fc.constantFrom(JPEG, WEBP, png(), heic(), pdf(), packedPdf('7 0 << >>'));
  const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }), cut: fc.nat() });
  await fc.assert(
    fc.asyncProperty(whole, fc.array(change, { maxLength: 4 }), async (bytes, changes) => {
      let broken = Buffer.from(bytes);
      for (const { at, byte, cut } of changes) {
        broken[at % broken.length] = byte;
        broken = broken.subarray(0, Math.max(1, broken.length - (cut % 30)));
      }
      const said = await inspect(broken);
      expect('type' in said ? said.type : said.refusal).toBeTypeOf('string');
    }),
  );
});

test('a file that is made to be looked into forever holds up nobody and is refused', async () => {
  const digits = Buffer.from(
    pdf()
      .toString('latin1')
      .replace('trailer', `${'1'.repeat(1_000_000)}\ntrailer`),
    'latin1',
  );
  let beats = 0;
  const beat = setInterval(() => {
    beats++;
  }, 20);
  const said = await inspect(digits);
  clearInterval(beat);

  expect(said).toEqual({ refusal: 'too_slow' });
  expect(beats).toBeGreaterThan(0);
});

test('the check of a receipt takes a moment, whatever a megabyte of it repeats', async () => {
  for (const unit of ['a', '1', ' ', '(', '[', '<', '>>', '#', '/', 'obj ', '>> stream\n', '\0']) {
    const before = process.cpuUsage();
    await refusePdfInTime(Buffer.from(`%PDF-1.7\n${unit.repeat(1_000_000 / unit.length)}\n%%EOF`, 'latin1'), 3_000);
    await inspect(Buffer.from(unit.repeat(1_000_000 / unit.length), 'latin1'));
    const { user, system } = process.cpuUsage(before); // of all threads; on a busy machine the clock on the wall says nothing

    expect((user + system) / 1_000, unit).toBeLessThan(10_000);
  }
});
