/** A calendar day of the office, `YYYY-MM-DD`. */
export type Day = string;
