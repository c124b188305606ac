import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** A program of its own: typst on standard input, a PDF on standard output. What it needs of memory goes when it ends. */
const folderOf = (file: string): string => path.dirname(fileURLToPath(import.meta.resolve(file)));
const fontPaths = [
  path.join(folderOf('@embedpdf/fonts-kr'), '../fonts'),
  folderOf('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
];
const source = (await buffer(process.stdin)).toString('utf8');
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths }] });
const compiled = compiler.compile({ mainFileContent: source });
if (compiled.result) {
  process.stdout.write(compiler.pdf(compiled.result, { creationTimestamp: 0 }));
} else {
  process.stderr.write(JSON.stringify(compiled.takeError()?.shortDiagnostics ?? []));
  process.exitCode = 1;
}
