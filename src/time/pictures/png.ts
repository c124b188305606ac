import { createRequire } from 'node:module';
import path from 'node:path';

/** Pixels for each point: sharp on a phone. */
export const SCALE = 2;

/**
 * An SVG as a PNG, with Korean letters whatever fonts the machine has. The library and its fonts are loaded when the
 * first picture is drawn, and it draws in a thread of its own: nobody waits for it at the start or for an answer.
 */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: SCALE },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'Noto Sans KR' },
  });
  return image.asPng();
}

function fontFiles(): string[] {
  const entry = createRequire(import.meta.url).resolve('@embedpdf/fonts-kr');
  return ['Regular', 'Bold'].map((weight) => path.join(entry, `../../fonts/NotoSansKR-${weight}.otf`));
}
