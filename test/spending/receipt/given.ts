import { deflateSync, gzipSync } from 'node:zlib';

/** Made-up receipts, whole but as small as can be, and what somebody might send instead of one. */

const decoded = (base64: string): Buffer => Buffer.from(base64, 'base64');

export const JPEG = decoded(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh' +
    'Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
    'AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB' +
    'UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA' +
    'AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y' +
    'WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM' +
    'ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBC' +
    'YFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSk' +
    'pKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAgABgDASIAAhEBAxEB/8QAGAABAQADAAAAAAAAAAAAAAAAAAQC' +
    'Awb/xAAjEAACAQMDBAMAAAAAAAAAAAABAgADBBEFEiExQVGRImGB/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAA' +
    'AAAAAAAAAAD/2gAMAwEAAhEDEQA/AOmiTXd4lo9MVFco+fkqlsEDPQDxn1NVnqS3b00FKojMjM25WAUggYyRz39QLoiIEuoWS3tJ' +
    'UNR0KnIKsR9HoR2yP2Y2unU7W5qVlqVG3cKrOx2+ep5yZZEBERA//9k=',
);

export const WEBP = decoded(
  'UklGRkwCAABXRUJQVlA4WAoAAAAgAAAAFwAAHwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh' +
    'Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
    'AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB' +
    'UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA' +
    'AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y' +
    'WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM' +
    'ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggXgAAADAEAJ0BKhgAIAA/EXSxUCwnJKKwCAGA' +
    'IglpAAPgAg4UtQBTQyn0jtO+AAD+7Ux2PoXNDAlyP6AhCz9BVfc/SCDpm+iUZi0koITshUurRQZHi4YlMbwetXlWfRrAAAA=',
);

/** A picture of that size, its data left out: nobody here looks at it. */
export function png(width = 24, height = 32): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2], 8);
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([head, chunk('IHDR', size), chunk('IDAT', deflateSync(Buffer.alloc(8))), chunk('IEND')]);
}

function chunk(kind: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(kind, 'latin1'), data, Buffer.alloc(4)]);
}

/** As an iPhone takes it. */
export function heic(width = 3024, height = 4032): Buffer {
  const extent = Buffer.alloc(12);
  extent.writeUInt32BE(width, 4);
  extent.writeUInt32BE(height, 8);
  const meta = Buffer.concat([Buffer.alloc(4), box('iprp', box('ipco', box('ispe', extent)))]);
  return Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
    box('meta', meta),
    box('mdat', Buffer.alloc(64, 1)),
  ]);
}

function box(kind: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length + 8);
  return Buffer.concat([length, Buffer.from(kind, 'latin1'), data]);
}

export function pdf(more = '', trailer = ''): Buffer {
  const objects = `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${more} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] >>\nendobj\n`;
  return Buffer.from(`%PDF-1.7\n${objects}trailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n9\n%%EOF\n`, 'latin1');
}

/** With objects in a packed stream, as most programs write them today. */
export function packedPdf(inside: string | Buffer): Buffer {
  return streamPdf(deflateSync(inside), '/FlateDecode');
}

/** The same, packed by those filters. `inside` begins with its first object's number and place: `7 0 << … >>`. */
export function streamPdf(body: Buffer, filter: string): Buffer {
  const head = pdf()
    .toString('latin1')
    .replace(/trailer[\s\S]*/, '');
  const stream = `3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${body.length} >>\nstream\n`;
  const end = '\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n';
  return Buffer.concat([Buffer.from(head + stream, 'latin1'), body, Buffer.from(end, 'latin1')]);
}

/** A whole PDF, with these objects in it besides; `catalog`: what its first object says more. */
export const pdfWith = (objects: readonly (string | Buffer)[], catalog = ''): Buffer => {
  const [head = '', tail = ''] = pdf(catalog)
    .toString('latin1')
    .split(/(?=trailer)/);
  return Buffer.concat([head, ...objects, tail].map((it) => Buffer.from(it as string, 'latin1')));
};

/** An object with a stream; `between`: what stands before its bytes. */
export const streamOf = (dictionary: string, body: Buffer, between = '\n'): Buffer =>
  Buffer.concat([
    Buffer.from(`3 0 obj\n<< ${dictionary} /Length ${body.length} >>${between}stream\n`, 'latin1'),
    body,
    Buffer.from('\nendstream\nendobj\n'),
  ]);

export const PAGE = '<!DOCTYPE html><html><body><script>alert(1)</script></body></html>';

/** Sixty-four megabytes in as many kilobytes. */
export const archiveBomb = (): Buffer => gzipSync(Buffer.alloc(64 * 1024 * 1024));
