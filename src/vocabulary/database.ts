export type OpenRefusal =
  | 'not_found'
  | 'missing'
  | 'empty'
  | 'not_a_database'
  | 'newer_than_app'
  | 'old_numbering'
  | 'not_writable'
  | 'damaged'
  | 'no_room'
  | 'made_by_playground'
  | 'not_made_by_playground'
  | 'not_reachable'
  | 'unfit_server';
