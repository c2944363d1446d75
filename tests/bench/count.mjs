// node count.mjs [--write]
// Counts the instructions of a build of 1,000 records, which do not depend on what else the machine does,
// and compares them with instructions.json. Fails where they have grown by more than 5 %: find out why, or
// take the new count with `make count WRITE=1` and say why in the commit.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const records = 1000;
const allowed = 1.05;
const root = path.resolve(import.meta.dirname, '../..');
const kept = path.join(import.meta.dirname, 'instructions.json');

const folder = mkdtempSync(path.join(os.tmpdir(), 'pes-count-'));
try {
  execFileSync('node', [path.join(import.meta.dirname, 'corpus.mjs'), String(records), path.join(folder, 'content')]);
  cpSync(path.join(root, 'themes'), path.join(folder, 'themes'), { recursive: true });
  const theme = path.join(folder, 'themes/pes21/theme.yml');
  writeFileSync(theme, readFileSync(theme, 'utf8').replace(/^( *)apercus: oui/m, '$1apercus: non'));
  const made = spawnSync('valgrind', ['--tool=callgrind', '--callgrind-out-file=/dev/null', path.join(root, 'build/pes'),
    'build', '--jobs', '1', '--date', '2026-01-15', '--source', folder, '--output', path.join(folder, 'public')],
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
