/** What a text can hold that must not be published. */
export type Kind =
  | 'name'
  | 'resident_number'
  | 'birth'
  | 'card'
  | 'account'
  | 'phone'
  | 'email'
  | 'approval'
  | 'plate'
  | 'home'
  | 'address'
  | 'digits';

export type ReleaseRefusal =
  | 'undecided'
  | 'not_over'
  | 'no_records'
  | 'changed_meanwhile'
  | 'reason_missing'
  | 'nothing_changed';
