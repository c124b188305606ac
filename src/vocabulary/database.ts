export type OpenRefusal =
  | 'not_found'
  | 'not_a_database'
  | 'newer_than_app'
  | 'old_numbering'
  | 'not_writable'
  | 'damaged';
