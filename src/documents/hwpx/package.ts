import { type Attributes, element, xmlFile } from '../xml.ts';
import { borderFills, characterProperties, fontFaces, paragraphProperties, styles } from './styles.ts';

const HANCOM = 'http://www.hancom.co.kr';

/** On every root: there are readers that know only the names they see declared. */
const NAMESPACES: Attributes = {
  'xmlns:ha': `${HANCOM}/hwpml/2011/app`,
  'xmlns:hp': `${HANCOM}/hwpml/2011/paragraph`,
  'xmlns:hp10': `${HANCOM}/hwpml/2016/paragraph`,
  'xmlns:hs': `${HANCOM}/hwpml/2011/section`,
  'xmlns:hc': `${HANCOM}/hwpml/2011/core`,
  'xmlns:hh': `${HANCOM}/hwpml/2011/head`,
  'xmlns:hhs': `${HANCOM}/hwpml/2011/history`,
  'xmlns:hm': `${HANCOM}/hwpml/2011/master-page`,
  'xmlns:hpf': `${HANCOM}/schema/2011/hpf`,
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:opf': 'http://www.idpf.org/2007/opf/',
  'xmlns:ooxmlchart': `${HANCOM}/hwpml/2016/ooxmlchart`,
  'xmlns:hwpunitchar': `${HANCOM}/hwpml/2016/HwpUnitChar`,
  'xmlns:epub': 'http://www.idpf.org/2007/ops',
  'xmlns:config': 'urn:oasis:names:tc:opendocument:xmlns:config:1.0',
};

export const rootElement = (name: string, attributes: Attributes, ...children: readonly string[]): string =>
  xmlFile(element(name, { ...NAMESPACES, ...attributes }, ...children));

export const MIMETYPE = 'application/hwp+zip';

export const versionXml = (): string =>
  xmlFile(
    element('hv:HCFVersion', {
      'xmlns:hv': `${HANCOM}/hwpml/2011/version`,
      // The format itself spells it so.
      tagetApplication: 'WORDPROCESSOR',
      ...{ major: 5, minor: 1, micro: 0, buildNumber: 1, os: 1, xmlVersion: '1.4' },
      ...{ application: 'Biseo', appVersion: '1.0' },
    }),
  );

export const containerXml = (): string =>
  xmlFile(
    element(
      'ocf:container',
      { 'xmlns:ocf': 'urn:oasis:names:tc:opendocument:xmlns:container', 'xmlns:hpf': `${HANCOM}/schema/2011/hpf` },
      element(
        'ocf:rootfiles',
        {},
        element('ocf:rootfile', {
          'full-path': 'Contents/content.hpf',
          'media-type': 'application/hwpml-package+xml',
        }),
        element('ocf:rootfile', { 'full-path': 'Preview/PrvText.txt', 'media-type': 'text/plain' }),
      ),
    ),
  );

export const manifestXml = (): string =>
  xmlFile(element('odf:manifest', { 'xmlns:odf': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0' }));

export const settingsXml = (): string =>
  rootElement('ha:HWPApplicationSetting', {}, element('ha:CaretPosition', { listIDRef: 0, paraIDRef: 0, pos: 0 }));

const PARTS = [
  { id: 'header', href: 'Contents/header.xml' },
  { id: 'section0', href: 'Contents/section0.xml' },
  { id: 'settings', href: 'settings.xml' },
] as const;

export const contentHpf = (title: string): string =>
  rootElement(
    'opf:package',
    { version: '', 'unique-identifier': '', id: '' },
    element('opf:metadata', {}, element('opf:title', {}, title), element('opf:language', {}, 'ko')),
    element(
      'opf:manifest',
      {},
      ...PARTS.map((part) => element('opf:item', { ...part, 'media-type': 'application/xml' })),
    ),
    element(
      'opf:spine',
      {},
      element('opf:itemref', { idref: 'header', linear: 'yes' }),
      element('opf:itemref', { idref: 'section0', linear: 'yes' }),
    ),
  );

export const headerXml = (): string =>
  rootElement(
    'hh:head',
    { version: '1.4', secCnt: 1 },
    element('hh:beginNum', { page: 1, footnote: 1, endnote: 1, pic: 1, tbl: 1, equation: 1 }),
    element(
      'hh:refList',
      {},
      fontFaces(),
      borderFills(),
      characterProperties(),
      element('hh:tabProperties', { itemCnt: 1 }, element('hh:tabPr', { id: 0, autoTabLeft: 0, autoTabRight: 0 })),
      numberings(),
      paragraphProperties(),
      styles(),
    ),
    element('hh:compatibleDocument', { targetProgram: 'HWP201X' }, element('hh:layoutCompatibility')),
    element('hh:docOption', {}, element('hh:linkinfo', { path: '', pageInherit: 0, footnoteInherit: 0 })),
  );

/** A section has to name an outline; ours has no paragraph in it. */
const numberings = (): string =>
  element(
    'hh:numberings',
    { itemCnt: 1 },
    element(
      'hh:numbering',
      { id: 1, start: 0 },
      element('hh:paraHead', {
        ...{ start: 1, level: 1, align: 'LEFT', useInstWidth: 1, autoIndent: 1, widthAdjust: 0 },
        ...{ textOffsetType: 'PERCENT', textOffset: 50, numFormat: 'DIGIT', charPrIDRef: 0, checkable: 0 },
      }),
    ),
  );
