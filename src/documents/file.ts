import { createHash } from 'node:crypto';
import type { Document, Format } from './model.ts';

/** Each is loaded with the first file of its kind: the app starts without them, and many weeks pass between two reports. */
const WRITERS: Record<Format, () => Promise<(document: Document) => Uint8Array | Promise<Uint8Array>>> = {
  hwpx: async () => (await import('./hwpx/hwpx.ts')).hwpxFile,
  docx: async () => (await import('./docx.ts')).docxFile,
  pdf: async () => (await import('./pdf/pdf.ts')).pdfFile,
};

export type MadeFile = { format: Format; bytes: Uint8Array; sha256: string };

export async function makeFile(document: Document, format: Format): Promise<MadeFile> {
  const write = await WRITERS[format]();
  const bytes = await write(document);
  return { format, bytes, sha256: sha256Of(bytes) };
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
