/** What is sent of an account that Slack deactivated, or gave back; the subject says whose. */
export const ACCOUNT_LEFT = 'account_left';
export const ACCOUNT_KEPT = 'account_kept';
export const ACCOUNT_BACK = 'account_back';
