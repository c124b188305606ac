import { createHash } from 'node:crypto';
import { docxFile } from './docx.ts';
import { hwpxFile } from './hwpx/hwpx.ts';
import type { Document, Format } from './model.ts';
import { pdfFile } from './pdf/pdf.ts';

const WRITERS: Record<Format, (document: Document) => Uint8Array | Promise<Uint8Array>> = {
  hwpx: hwpxFile,
  docx: docxFile,
  pdf: pdfFile,
};

export type MadeFile = { format: Format; bytes: Uint8Array; sha256: string };

export async function makeFile(document: Document, format: Format): Promise<MadeFile> {
  const bytes = await WRITERS[format](document);
  return { format, bytes, sha256: sha256Of(bytes) };
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
