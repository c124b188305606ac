export const EVIDENCE_OPEN = 'expense_evidence_open';
export const CHECK_RULE = 'check_rule';
export const CHECK_LIST = 'check_list';
export const CHECK_PAGE = 'check_page';
export const CHECK_ACCEPT = 'check_accept_open';
export const CHECK_LIMITS = 'check_limits';
export const CHECK_LIMITS_OPEN = 'check_limits_open';
export const CHECK_RULES_OPEN = 'check_rules_open';
