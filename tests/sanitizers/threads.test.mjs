// Everything that pes does on several threads, under the thread sanitizer: build-tsan/pes on every site of the
// repository, right or wrong, and on a larger one. What it finds is told and ends it with an exit code of its own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { makeSite } from '../bench/site.mjs';
import { layOut } from '../tools/sites.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const pes = path.join(root, 'build-tsan/pes');
const work = mkdtempSync(path.join(os.tmpdir(), 'pes-threads-'));
after(() => rmSync(work, { recursive: true }));

const foldersOf = (name) => readdirSync(path.join(root, name)).map((site) => path.join(name, site));
const laidOut = (name, ...sites) => layOut(root, path.join(work, name), ...sites);

// The orders of tests/sites_invalid, see CONTRIBUTING: lines that are repeated, and files that are missing.
function carryOut(folder) {
  for (const file of readdirSync(folder, { recursive: true })) {
    const whole = path.join(folder, file);
    if (!file.endsWith('.repete')) continue;
    const lines = readFileSync(whole, 'utf8').split('\n').filter(Boolean).map((line) => /^(\d+) (.*)$/.exec(line));
    writeFileSync(whole.slice(0, -'.repete'.length), lines.map(([, times, text]) => `${text}\n`.repeat(times)).join(''));
    rmSync(whole);
  }
  const list = path.join(folder, 'supprimer.txt');
  if (!existsSync(list)) return;
  for (const name of readFileSync(list, 'utf8').split('\n').filter(Boolean)) rmSync(path.join(folder, name), { recursive: true });
}

function run(folder, command, ...options) {
  const made = spawnSync(pes, [command, ...options, '--source', folder, '--date', '2026-01-15', '--jobs', '4'],
    { cwd: work, encoding: 'utf8', maxBuffer: 1 << 28, env: { PES_CLE_EFFACEMENTS: '0'.repeat(64) } });
  assert.doesNotMatch(made.stderr, /ThreadSanitizer/);
  assert.ok(made.status <= 2 && made.signal === null, `${command}: ${made.status ?? made.signal}\n${made.stderr.slice(-2000)}`);
  return made;
}

function runAll(folder) {
  const build = () => run(folder, 'build', '--compress', '--drafts', '--output', path.join(folder, 'public'));
  for (const command of ['validate', 'stats', 'consent']) run(folder, command);
  assert.equal(build().status, 0);
  const home = path.join(folder, 'content/accueil.md');
  if (existsSync(home)) appendFileSync(home, '\nUne phrase de plus.\n');
  build();
}

test('threads: the site of this repository', () => {
  const folder = laidOut('own');
  cpSync(path.join(root, 'content'), path.join(folder, 'content'), { recursive: true });
  runAll(folder);
});

for (const site of foldersOf('tests/sites')) {
  if (!existsSync(path.join(root, site, 'content'))) continue;
  test(`threads: ${path.basename(site)}`, () => runAll(laidOut(path.basename(site), site)));
}

test('threads: three hundred records', () => {
  const folder = path.join(work, 'corpus');
  makeSite(300, folder);
  runAll(folder);
});

test('threads: every broken site', () => {
  for (const site of foldersOf('tests/sites_invalid')) {
    const folder = laidOut('invalid', 'tests/sites/minimal', site);
    carryOut(folder);
    run(folder, 'validate');
    run(folder, 'validate', '--fix', '--dry-run');
    rmSync(folder, { recursive: true });
  }
});
