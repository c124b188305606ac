import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspect } from '../../../src/spending/receipt/inspect.ts';
import { refusePdfInTime } from '../../../src/spending/receipt/pdf/in-time.ts';
import { refusePdf } from '../../../src/spending/receipt/pdf/refuse.ts';
import { LARGEST_RECEIPT } from '../../../src/spending/receipt/rules.ts';
import { archiveBomb, heic, JPEG, PAGE, packedPdf, pdf, pdfWith, png, streamOf, streamPdf, WEBP } from './given.ts';

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

const PACKED = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode';
const SCRIPT = '7 0 << /S /JavaScript /JS (app.alert) >>';
const HOME = '<< /S /URI /URI (https://example.com) >>';
const hidden = (dictionary: string, inside = SCRIPT) => streamOf(dictionary, deflateSync(inside));

/** The same bytes, each as how far it is from the one before. */
function asDifferences(words: string): Buffer {
  const bytes = Buffer.from(words.padEnd(64), 'latin1');
  return deflateSync(Buffer.concat([Buffer.of(1), bytes.map((byte, i) => byte - (bytes[i - 1] ?? 0))]));
}

test.each([
  ['that a later object replaces', pdfWith([hidden(PACKED), '7 0 obj\n<< /Type /Page >>\nendobj\n']), 'active'],
  ['that a later packed object replaces', pdfWith([hidden(PACKED), hidden(PACKED, '7 0 << /Type /Page >>')]), 'active'],
  ['in a stream that is called nothing', pdfWith([hidden('/N 1 /First 4 /Filter /FlateDecode')]), 'active'],
  [
    'in a stream that is called something further down',
    pdfWith([hidden('/Type 9 0 R /N 1 /First 4 /Filter /FlateDecode'), '9 0 obj\n/ObjStm\nendobj\n']),
    'active',
  ],
  [
    'behind an object that nobody can read',
    pdfWith([hidden('/Type /ObjStm /N 2 /First 8 /Filter /FlateDecode', `7 0 8 4 )))  ${SCRIPT.slice(4)}`)]),
    'active',
  ],
  ['among fewer objects than it says', pdfWith([hidden(PACKED.replace('/N 1', '/N 5'))]), 'active'],
  ['deep in lists', pdfWith([hidden(PACKED, `7 0 ${'['.repeat(20_000)}${SCRIPT.slice(4)}`)]), 'active'],
  ['that says twice what it does', pdfWith([hidden(PACKED, '7 0 << /S /Launch /F (cmd.exe) /S /GoTo >>')]), 'active'],
  ['packed by a filter’s short name', pdfWith([hidden(PACKED.replace('FlateDecode', 'Fl'))]), 'active'],
  [
    'packed as differences',
    pdfWith([streamOf(`${PACKED} /DecodeParms << /Predictor 11 /Columns 64 >>`, asDifferences(SCRIPT))]),
    'damaged',
  ],
  [
    'in a comment',
    pdfWith([
      '%',
      hidden(PACKED)
        .toString('latin1')
        .replace(/\n(?=<<|stream)/g, ' '),
    ]),
    'damaged',
  ],
  ['within another stream', pdfWith([streamOf('', hidden(PACKED))]), 'damaged'],
])('a script %s is found, or its PDF refused', async (_where, bytes, refusal) => {
  expect(await refusePdf(bytes)).toBe(refusal);
});

test.each([
  ['calls an address when it is opened', pdf(`/OpenAction ${HOME}`), 'active'],
  ['calls one that stands elsewhere', pdfWith([`8 0 obj\n${HOME}\nendobj\n`], '/OpenAction 8 0 R'), 'active'],
  ['calls one after it has opened on a page', pdf(`/OpenAction << /S /GoTo /D [2 0 R] /Next ${HOME} >>`), 'active'],
  ['calls one when a page is shown', pdf(`/AA << /O ${HOME} >>`), 'active'],
  [
    'has a picture as large as a town',
    pdfWith([streamOf('/Subtype /Image /Width 60000 /Height 60000', Buffer.alloc(9))]),
    'too_many_pixels',
  ],
  ['packs a page twice', pdfWith([streamOf('/Filter [/FlateDecode /FlateDecode]', Buffer.alloc(9))]), 'damaged'],
])('a PDF that %s is refused', async (_what, bytes, refusal) => {
  expect(await refusePdf(bytes)).toBe(refusal);
});

test.each([
  ['is updated', pdfWith([hidden(PACKED, '7 0 << /Type /Page >>'), '7 0 obj\n<< /Type /Page >>\nendobj\n'])],
  ['has bookmarks', pdfWith(['4 0 obj\n<< /First 5 0 R /Last 5 0 R /Count 1 >>\nendobj\n'])],
  ['opens on a page by an action', pdf('/OpenAction << /S /GoTo /D [2 0 R /Fit] >>')],
  ['has a page as a picture', pdfWith([streamOf('/Subtype /Image /Width 2480 /Height 3508 /Filter /DCTDecode', JPEG)])],
  [
    'has its table of places as differences',
    pdfWith([
      streamOf(
        '/Type /XRef /Size 1 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>',
        deflateSync(Buffer.from([2, 0, 0, 0, 0])),
      ),
    ]),
  ],
])('a PDF that %s is a receipt', async (_what, bytes) => {
  expect(await refusePdf(bytes)).toBeNull();
});

test.each([
  ['a word in its dictionary', pdfWith([streamOf(`${PACKED} /X (obj)`, deflateSync(Buffer.alloc(2 ** 26)))])],
  ['a comment that begins a stream', pdfWith(['%>>stream\n', streamOf(PACKED, deflateSync(Buffer.alloc(2 ** 26)))])],
  ['a comment before its bytes', pdfWith([streamOf(PACKED, deflateSync(Buffer.alloc(2 ** 26)), '%x\n')])],
])('a PDF bomb behind %s stays packed', async (_what, bytes) => {
  expect(await refusePdf(bytes)).toBe('damaged');
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
  const said = await refusePdfInTime(digits, 2_000);
  clearInterval(beat);

  expect(said).toBe('too_slow');
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
