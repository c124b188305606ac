/**
 * `wanted`: handed in, its bytes are still to be fetched. `same`: the record has this very file already. `removed`: taken off the
 * record with a reason; the file stays.
 */
export type ReceiptState = 'wanted' | 'stored' | 'refused' | 'removed' | 'same';

/** Why a file is not kept, as far as its content says. */
export type ContentRefusal =
  | 'empty'
  | 'too_large'
  | 'page'
  | 'archive'
  | 'not_a_receipt'
  | 'damaged'
  | 'too_many_pixels'
  | 'active'
  | 'too_slow'
  | 'set_aside'
  | 'locked';

export type ReceiptRefusal = ContentRefusal | 'gone' | 'external' | 'elsewhere' | 'no_access' | 'unavailable';

export type ReceiptType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic' | 'application/pdf';
