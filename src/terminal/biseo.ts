import { languageOf, readUsable } from '../base/config.ts';
import { DatabaseRefused } from '../base/db/refused.ts';
import { suggest } from '../korean/suggest.ts';
import { type Text, textFor } from '../text/index.ts';
import { type Misread, readArguments } from './arguments.ts';
import { FINE, REFUSED, type Terminal, WRONG_USAGE } from './command.ts';
import { helpOf, helpOfAll, usageOf } from './help.ts';
import { COMMANDS, isName, NAMES, type Name } from './index.ts';

type Outside = Pick<Terminal, 'say' | 'print'> & { env: NodeJS.ProcessEnv };

/** The program `biseo`: finds the command, runs it and returns its exit code. A refusal ends it in words, never in a stack trace. */
export async function biseo(args: readonly string[], { env, say, print }: Outside): Promise<number> {
  const text = textFor(languageOf(env.OFFICE_LOCALE));
  const [name = '', ...rest] = args[0] === 'help' ? [...args.slice(1), '--help'] : args;
  if (asksForHelp(args) || args[0] === 'help') {
    print(isName(name) ? helpOf(name, text) : helpOfAll(text));
    return FINE;
  }
  if (!isName(name)) {
    say(name === '' ? helpOfAll(text) : text.usage.unknownCommand(name, suggest(name, NAMES)));
    return WRONG_USAGE;
  }
  return runCommand(name, rest, text, { env, say, print });
}

async function runCommand(name: Name, args: readonly string[], text: Text, { env, say, print }: Outside) {
  const wrong = (problem?: string) => {
    say([...(problem ? [problem] : []), usageOf(name, text), text.usage.seeHelp(name)].join('\n'));
    return WRONG_USAGE;
  };
  const command = await COMMANDS[name]();
  const given = readArguments(args, command.options);
  if ('wrong' in given) return wrong(misreadWords(given, Object.keys(command.options), text));

  // The office's own database, unless told: the playground's is for the playground.
  const { config, problems } = readUsable(
    env.DATABASE_URL ? env : { ...env, DATABASE_FILE: env.DATABASE_FILE || 'data/biseo.db' },
  );
  if (problems.length > 0 && !command.withWrongSettings) {
    say([text.terminal.settingsWrong, ...problems].join('\n'));
    return REFUSED;
  }
  try {
    return await command.run(given, { config, problems, line: [name, ...args], env, text, say, print, wrong });
  } catch (error) {
    const words = refusalWords(error, text);
    if (words === null) throw error;
    say(words);
    return REFUSED;
  }
}

const asksForHelp = (args: readonly string[]): boolean => {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === '--help' || arg === '-h');
};

function misreadWords({ wrong, option }: Misread, known: readonly string[], { usage }: Text): string {
  if (wrong !== 'unknown_option') return usage.misread[wrong](option);
  const near = suggest(option.replace(/^-+/, ''), known);
  return usage.misread[wrong](option, near && `--${near}`);
}

/** What an operator can do something about, in words; null for a fault of ours. */
function refusalWords(error: unknown, { terminal }: Text): string | null {
  if (error instanceof DatabaseRefused) return terminal.database[error.refusal](error.file, error.detail);
  if (!(error instanceof Error) || !('code' in error)) return null;
  if (error.code === 'SQLITE_BUSY' || error.code === LOCK_TIMEOUT) return terminal.busy;
  return 'syscall' in error && 'path' in error ? terminal.fileFailed(String(error.path), String(error.code)) : null;
}

/** What PostgreSQL says when another process has held the office's lock for too long. */
const LOCK_TIMEOUT = '55P03';
