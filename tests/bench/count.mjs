// node count.mjs [--write]
// Counts the instructions of a build of 1,000 records, which do not depend on what else the machine does,
// and compares them with instructions.json. Fails where they have grown by more than 5 %: find out why, or
// take the new count with `make count WRITE=1` and say why in the commit.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeSite, today } from './site.mjs';

const records = 1000;
const allowed = 1.05;
const root = path.resolve(import.meta.dirname, '../..');
const kept = path.join(import.meta.dirname, 'instructions.json');

const folder = mkdtempSync(path.join(os.tmpdir(), 'pes-count-'));
try {
  makeSite(records, folder);
  const made = spawnSync('valgrind', ['--tool=callgrind', '--callgrind-out-file=/dev/null', path.join(root, 'build/pes'),
    'build', '--jobs', '1', '--date', today, '--source', folder, '--output', path.join(folder, 'public')],
  { encoding: 'utf8', maxBuffer: 1 << 28 });
  const count = Number(/Collected : (\d+)/.exec(made.stderr)?.[1]);
  if (made.status !== 0 || !count) throw new Error(made.stderr.slice(-2000));
  const before = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')).instructions : count;
  const grown = count / before;
  console.log(`${count} instructions for ${records} records, ${((grown - 1) * 100).toFixed(1)} % more than kept`);
  if (process.argv.includes('--write')) writeFileSync(kept, `${JSON.stringify({ records, instructions: count })}\n`);
  else if (grown > allowed) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
