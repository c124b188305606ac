import { spawn } from 'node:child_process';
import path from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import type { Document } from '../model.ts';
import { typstSource } from './typst.ts';

const COMPILE = path.join(import.meta.dirname, 'compile.ts');

/** A document as a tagged PDF with bookmarks and its fonts in it. Made by a program that is started for it and ends with it. */
export async function pdfFile(document: Document): Promise<Uint8Array> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', COMPILE]);
  const [pdf, complaint, code] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
      child.stdin.once('error', reject);
      child.stdin.end(typstSource(document));
    }),
  ]);
  if (code !== 0) throw new Error(`typst made no PDF: ${complaint.slice(0, 2000)}`);
  return pdf;
}
