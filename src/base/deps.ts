import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { Log } from './log.ts';

/** Everything from outside that commands and jobs may use. */
export type Deps = {
  db: Database;
  now: () => Date;
  config: Pick<Config, 'timezone' | 'language' | 'officeChannel' | 'slackApiUrl'> & {
    botToken: string;
    /** The register's file; null: on a server. */
    databaseFile: string | null;
    /** Where the files of receipts are; null: in the database. */
    receiptsFolder: string | null;
    /** Where the app is reached from outside; null while PUBLIC_URL is not set. */
    publicUrl: string | null;
  };
  log: Log;
  /** Who this app is, where it takes something for a while (holder.ts). */
  holder: string;
};
