/** Where answers through one response_url go. */
export type ResponseTarget = {
  user: string;
  channel: string;
  /** The message whose element was used; none for a command. */
  ts?: string;
  threadTs?: string;
};

type Issued = ResponseTarget & { at: number; uses: number };

export type ResponseUrls = Map<string, Issued>;
