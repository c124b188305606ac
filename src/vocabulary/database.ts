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
  | 'unfit_server'
  | 'tool_missing'
  | 'tool_failed'
  | 'shared_disk';

/** Why nothing can be saved: the file is gone or another lies in its place, the disk takes nothing, another process holds it, or it is damaged. */
export type DatabaseTrouble = 'lost' | 'no_room' | 'busy' | 'damaged';
