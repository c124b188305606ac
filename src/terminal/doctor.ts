import type { Config } from '../base/config.ts';
import { refuseLost } from '../base/db/checks.ts';
import { openDatabase } from '../base/db/database.ts';
import { DatabaseRefused } from '../base/db/refused.ts';
import { troubleOf } from '../base/db/trouble.ts';
import { exists } from '../base/db/whole-file.ts';
import { goThrough } from '../base/network.ts';
import { findOfficeSettings } from '../people/settings/store.ts';
import { findAdministrators } from '../people/store.ts';
import type { Text } from '../text/index.ts';
import { examine } from '../upkeep/doctor/doctor.ts';
import type { Register } from '../upkeep/doctor/machine.ts';
import { isHealthy } from '../upkeep/doctor/rules.ts';
import type { SlackOf } from '../upkeep/doctor/slack.ts';
import { checkUpLines, jsonLines } from '../upkeep/doctor/views.ts';
import { command, FINE, REFUSED } from './command.ts';

/** Says of all that the app needs whether it is fine, or what to do. */
export const doctor = command({
  options: { json: { type: 'boolean' } },
  withWrongSettings: true,
  async run({ values, words: more }, { config, problems: wrong, text, print, wrong: misused }) {
    if (more.length > 0) return misused();
    const problems = [...wrong, ...networkProblems(config, text)];
    const register = await openRegister(config, text);
    try {
      const slack = await slackOf(config, register);
      const { host, port, databaseFile, databaseUrl } = config;
      const file = databaseUrl === null ? databaseFile : null;
      const patient = { problems, slack, own: { host, port }, register, databaseFile: file };
      const lines = await examine(patient, new Date(), text);
      print(values.json ? JSON.stringify(jsonLines(lines, text)) : checkUpLines(lines, text).join('\n'));
      return isHealthy(lines) ? FINE : REFUSED;
    } finally {
      if (typeof register === 'object' && 'db' in register) await register.db.destroy();
    }
  },
});

function networkProblems({ network }: Config, { terminal }: Text): string[] {
  try {
    goThrough(network);
    return [];
  } catch {
    return [terminal.noCertificates(String(network.extraCertificates))];
  }
}

/** Makes none where there is none yet. */
async function openRegister({ databaseFile, databaseUrl }: Config, { terminal }: Text): Promise<Register> {
  try {
    if (databaseUrl === null && !(await exists(databaseFile))) {
      await refuseLost(databaseFile);
      return 'not_made_yet';
    }
    return { db: await openDatabase(databaseUrl ?? databaseFile) };
  } catch (error) {
    if (error instanceof DatabaseRefused)
      return { refused: terminal.database[error.refusal](error.file, error.detail) };
    if (troubleOf(error)) return { refused: terminal.busy };
    throw error;
  }
}

async function slackOf(
  { slack, slackApiUrl, publicUrl, officeChannel, adminUserIds, network }: Config,
  register: Register,
): Promise<SlackOf | null> {
  if (slack.mode === 'playground') return null;
  const db = typeof register === 'object' && 'db' in register ? register.db : null;
  const chosen = db && (await findOfficeSettings(db).catch(() => null));
  const administrators = db ? await findAdministrators(db).catch(() => []) : [];
  const way =
    slack.mode === 'socket' ? { mode: slack.mode, appToken: slack.appToken } : { mode: slack.mode, publicUrl };
  const people = administrators.length > 0 ? administrators.map(({ userId }) => userId) : adminUserIds;
  const proxy = slackApiUrl?.startsWith('http:') ? network.httpProxy : network.httpsProxy;
  const channel = chosen?.channel ?? officeChannel;
  return { apiUrl: slackApiUrl, proxy, botToken: slack.botToken, way, channel, people };
}
