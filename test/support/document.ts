import { parse } from 'kordoc';

/** What another program reads in an HWPX, DOCX or PDF, its tables too, without blanks. */
export async function documentText(bytes: Uint8Array | undefined): Promise<string> {
  const read = await parse(new Uint8Array(bytes ?? []).buffer);
  if (!read.success) throw new Error(read.error);
  return read.markdown.replace(/\s|<br>/g, '');
}
