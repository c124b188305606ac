import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  type PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFParser,
  PDFRawStream,
  type PDFRef,
  type PDFStream,
} from '@cantoo/pdf-lib';

/** In bytes, of all packed objects together: a receipt needs far less, a bomb far more. */
const MOST_UNPACKED = 16 * 1024 * 1024;

/**
 * The library's parser, and what it forgets: objects that a later one of the same number replaces, since a table of contents may lead to
 * the first, and what packed objects say where the parser can't make sense of them. Packed objects are unpacked here, up to a limit.
 */
export class Reader extends PDFParser {
  readonly objects: PDFObject[] = [];
  /** What packed objects say, as it stands there. */
  readonly packed: string[] = [];
  /** How many streams it came by. */
  streams = 0;
  /** Whether objects are packed as nobody packs them: twice, in a way of their own, or to more than a receipt needs. */
  isOdd = false;
  private left = MOST_UNPACKED;

  constructor(bytes: Uint8Array) {
    super(bytes);
    const { context } = this;
    const assign = context.assign.bind(context);
    context.assign = (ref, object) => {
      this.objects.push(object);
      assign(ref, object);
    };
  }

  protected override parseDictOrStream(ref?: PDFRef): PDFDict | PDFStream {
    const object = super.parseDictOrStream(ref);
    if (!(object instanceof PDFRawStream)) return object;
    this.streams++;
    return holdsObjects(object.dict) ? this.unpacked(object) : object;
  }

  private unpacked({ dict, contents }: PDFRawStream): PDFDict | PDFStream {
    const bytes = isPackedAsUsual(dict) ? unpack(contents, { isPlain: !dict.has(FILTER), most: this.left }) : null;
    if (!bytes) {
      this.isOdd = true;
      return dict;
    }
    this.left -= bytes.length;
    this.packed.push(bytes.toString('latin1'));
    dict.delete(FILTER);
    if (dict.get(TYPE) !== X_REF) dict.set(TYPE, OBJECT_STREAM); // readers do not ask for it
    return PDFRawStream.of(dict, bytes);
  }
}

const TYPE = PDFName.of('Type');
const FILTER = PDFName.of('Filter');
const PARAMETERS = PDFName.of('DecodeParms');
const OBJECT_STREAM = PDFName.of('ObjStm');
const X_REF = PDFName.of('XRef');
const FLATE: readonly PDFObject[] = [PDFName.of('FlateDecode'), PDFName.of('Fl')];

function holdsObjects(dict: PDFDict): boolean {
  const type = dict.lookup(TYPE);
  return type === OBJECT_STREAM || type === X_REF || (dict.has(PDFName.of('N')) && dict.has(PDFName.of('First')));
}

/** By one filter that everybody has, and as the bytes themselves: where each stands for a difference, only tables of places are. */
function isPackedAsUsual(dict: PDFDict): boolean {
  const filter = dict.lookup(FILTER);
  const filters = filter instanceof PDFArray ? filter.asArray() : filter ? [filter] : [];
  if (filters.length > 1 || !filters.every((it) => FLATE.includes(it))) return false;
  if (dict.has(FILTER) && filters.length === 0) return false; // it is said elsewhere
  return dict.lookup(TYPE) === X_REF || [dict.lookup(PARAMETERS)].flatMap(listed).every(isNoDifference);
}

const listed = (it: PDFObject | undefined): (PDFObject | undefined)[] => (it instanceof PDFArray ? it.asArray() : [it]);

function isNoDifference(parameters: PDFObject | undefined): boolean {
  if (parameters === undefined || parameters === PDFNull) return true;
  if (!('lookup' in parameters) || typeof parameters.lookup !== 'function') return false;
  const predictor: unknown = parameters.lookup(PDFName.of('Predictor'));
  return predictor === undefined || (predictor instanceof PDFNumber && predictor.asNumber() === 1);
}

function unpack(bytes: Uint8Array, { isPlain, most }: { isPlain: boolean; most: number }): Buffer | null {
  if (bytes.length > most && isPlain) return null;
  if (isPlain) return Buffer.from(bytes);
  try {
    return most > 0 ? inflateSync(bytes, { maxOutputLength: most }) : null;
  } catch {
    return null;
  }
}
