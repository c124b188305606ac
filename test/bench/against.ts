import { execFile } from 'node:child_process';
import { cpSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { inFolder, ROOT, startScript } from '../support/process.ts';
import { columns, type Figure, type Line, measure } from './figures.ts';

const run = promisify(execFile);
const ROUNDS = 2;
/** What moves less is noise in any case. */
const LEAST = 0.05;

/**
 * Runs this tree and another commit side by side, in turns, with this tree's bench, and says which figures moved: those whose runs here
 * lie all on one side of those there, by more than the runs of one side differ among themselves.
 */
export async function compareWith(
  revision: string,
  measures: readonly string[],
  { quick, json }: { quick: boolean; json: boolean },
): Promise<string> {
  return inFolder(async (folder) => {
    const there = path.join(folder, 'there');
    await run('git', ['worktree', 'add', '--detach', there, revision], { cwd: ROOT });
    try {
      for (const ours of ['test/bench', 'test/support']) {
        rmSync(path.join(there, ours), { recursive: true, force: true });
        cpSync(path.join(ROOT, ours), path.join(there, ours), { recursive: true });
      }
      symlinkSync(path.join(ROOT, 'node_modules'), path.join(there, 'node_modules'));
      const runs = { here: [] as Figure[][], there: [] as Figure[][] };
      const failed: string[] = [];
      for (const name of measures) {
        for (let round = 0; round < ROUNDS; round++) {
          for (const [side, root] of [
            ['there', there],
            ['here', ROOT],
          ] as const) {
            process.stderr.write(`measuring ${name} ${side} …\n`);
            const measured = await runOne(root, name, quick, folder);
            if ('figures' in measured) runs[side].push(measured.figures);
            else failed.push(`${name} could not be measured ${side}: ${measured.why}`);
          }
        }
      }
      const moves = movesOf(runs.here.flat(), runs.there.flat());
      return json ? JSON.stringify({ moves, failed }) : [tableOf(moves, revision), ...new Set(failed)].join('\n');
    } finally {
      await run('git', ['worktree', 'remove', '--force', there], { cwd: ROOT });
    }
  });
}

async function runOne(
  root: string,
  name: string,
  quick: boolean,
  folder: string,
): Promise<{ figures: Figure[] } | { why: string }> {
  const args = ['--only', name, '--json', ...(quick ? ['--quick'] : [])];
  const { out, err } = await startScript(path.relative(ROOT, path.join(root, 'test/bench/main.ts')), args, {
    folder,
    env: {},
  }).ended;
  if (!out.startsWith('[')) return { why: /^\w*Error.*$/m.exec(err)?.[0] ?? err.slice(-200) };
  return { figures: (JSON.parse(out) as Line[]).filter((line): line is Figure => 'name' in line) };
}

type Move = { name: string; unit: string; here: number; there: number; ratio: number; noise: number; moved: boolean };

function movesOf(here: readonly Figure[], there: readonly Figure[]): Move[] {
  return [...new Set(here.map(({ name }) => name))].flatMap((name) => {
    const [ours, theirs] = [here, there].map((figures) =>
      figures.filter((it) => it.name === name).map((it) => it.ours),
    );
    if (!ours?.length || !theirs?.length) return [];
    const [low, high] = [mean(theirs), mean(ours)].sort((a, b) => a - b) as [number, number];
    const noise = Math.max(spread(ours), spread(theirs), LEAST);
    const apart = Math.min(...ours) > Math.max(...theirs) || Math.max(...ours) < Math.min(...theirs);
    const moved = apart && high / low - 1 > noise;
    const { unit } = here.find((it) => it.name === name) as Figure;
    return [{ name, unit, here: mean(ours), there: mean(theirs), ratio: mean(ours) / mean(theirs), noise, moved }];
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, it) => sum + it, 0) / values.length;
const spread = (values: readonly number[]): number => Math.max(...values) / Math.min(...values) - 1;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function tableOf(moves: readonly Move[], revision: string): string {
  const rows = moves.map((it) => [
    it.name,
    measure(it.here, it.unit),
    measure(it.there, it.unit),
    it.ratio.toFixed(2),
    percent(it.noise),
    it.moved ? 'moved' : '',
  ]);
  return columns([['figure', 'here', revision, 'ratio', 'noise', ''], ...rows]);
}
