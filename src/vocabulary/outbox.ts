export type RetryRefusal = 'not_administrator' | 'expired' | 'settled';
