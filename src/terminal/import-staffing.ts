import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { todayIn } from '../korean/days.ts';
import { openStaffing } from '../report/staffing/files.ts';
import { findStaffing, putStaffing } from '../report/staffing/store.ts';
import { OPERATOR } from './database.ts';
import { type Run, refuse } from './import-report.ts';

/** 정원 and 현원 are few: a file with one line that can't be read is refused whole, naming every such line. */
export async function takeStaffing(name: string, run: Run): Promise<boolean> {
  const { db, report, options } = run;
  const { config, text, say, print } = run.terminal;
  const { dryRun, json } = options;
  const at = new Date();
  const [fileName, today] = [path.basename(name), todayIn(config.timezone, at)];
  const bytes = await readFile(name).catch(() => null);
  const file = bytes ? await openStaffing(bytes, { fileName, today }) : { refusal: 'not_found' as const };
  if ('refusal' in file) return refuse(name, file.refusal, run);
  report.rows += file.rows;
  if (file.problems.length > 0) {
    report.held += file.rows;
    for (const problem of file.problems) {
      const message = text.report.staffingFile.problems[problem.code];
      report.problems.push({ file: name, ...problem, message });
      if (!json) say(`  ${name}:${problem.line} ${message}`);
    }
    return false;
  }
  for (const staffing of file.staffing) {
    const before = await findStaffing(db, staffing.asOf);
    const same = before?.asOf === staffing.asOf && JSON.stringify(before.lines) === JSON.stringify(staffing.lines);
    if (!same && !dryRun) await putStaffing(db, staffing, { actor: OPERATOR, at, origin: 'file' });
    if (same) report.duplicates += staffing.lines.length;
    else report.imported += staffing.lines.length;
    if (!json) print(text.report.staffingFile.done(staffing.asOf, String(staffing.lines.length)));
  }
  if (!json && dryRun) print(text.files.dryRun);
  return true;
}
