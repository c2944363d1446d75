// What goes where: colours to terminals alone, results to stdout, what is said to people to stderr.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const pes = path.join(repository, 'build/pes');
const work = mkdtempSync(path.join(tmpdir(), 'pes-terminal-'));
after(() => rmSync(work, { recursive: true }));
cpSync(path.join(repository, 'tests/sites/minimal'), work, { recursive: true });
writeFileSync(path.join(work, 'content/projets/verger.md'), '---\ntitre: T\n---\n');

const environment = { ...process.env };
delete environment.NO_COLOR;
const file = (name) => path.join(work, name);

// Runs a line of shell on a terminal, and returns what the terminal shows.
function onTerminal(line, more = {}) {
  const { stdout } = spawnSync('script', ['-qec', line, '/dev/null'], {
    cwd: work, encoding: 'utf8', env: { ...environment, ...more, PES: pes },
  });
  return stdout;
}
const hasColour = (text) => /\x1b\[\d/.test(text);

test('terminal: colours for people who look, and no others', () => {
  assert.ok(hasColour(onTerminal('"$PES" validate')));
  assert.ok(hasColour(onTerminal('"$PES" validate >out')), 'stderr is the terminal');
  assert.ok(hasColour(onTerminal('"$PES" build')));
  assert.ok(hasColour(onTerminal('"$PES" validate', { NO_COLOR: '' })), 'an empty NO_COLOR is none');
  assert.ok(!hasColour(onTerminal('"$PES" validate', { NO_COLOR: '1' })));
  assert.ok(!hasColour(onTerminal('"$PES" validate --no-color')));
  onTerminal('"$PES" validate 2>err');
  assert.ok(readFileSync(file('err'), 'utf8').includes('PES0031'));
  assert.ok(!hasColour(readFileSync(file('err'), 'utf8')), 'stdout alone is the terminal');
});

test('terminal: no colour in anything that is read from stdout', () => {
  for (const line of ['stats', 'consent', 'explain PES0031', 'schema json projet', 'validate --format json', '--help', 'man']) {
    assert.ok(!hasColour(onTerminal(`"$PES" ${line} 2>/dev/null`)), line);
  }
});

const run = (...options) => spawnSync(pes, options, { cwd: work, encoding: 'utf8', env: environment });

test('terminal: stdout holds the result alone, stderr what is said about it', () => {
  for (const command of ['validate', 'build']) {
    const { stdout, stderr, status } = run(command, '--format', 'json');
    assert.equal(status, 1);
    assert.equal(JSON.parse(stdout).counts.error, 1);
    assert.ok(!stderr.includes('PES0031'));
    const said = run(command);
    assert.equal(said.stdout, '');
    assert.ok(said.stderr.includes('PES0031'));
  }
  for (const command of ['stats', 'consent']) {
    JSON.parse(run(command, '--format', 'json', '--source', path.join(repository, 'tests/sites/champs')).stdout);
  }
  const unknown = run('biuld');
  assert.equal(unknown.stdout, '');
  assert.ok(unknown.stderr.includes('build'));
  assert.equal(run('--help').stderr, '');
});
