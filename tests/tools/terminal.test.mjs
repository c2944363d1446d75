// What goes where: colours to terminals alone, results to stdout, what is said to people to stderr.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

// Names and texts of somebody who means harm: ESC, C1, a sign that turns the direction, a line of its own.
const hostile = 'a\n::error::faux\x1b[31m\u202e\u009b';
function hostileSite(folder, wrong) {
  cpSync(path.join(repository, 'tests/sites/minimal'), folder, { recursive: true });
  mkdirSync(path.join(folder, 'content/temoignages'));
  writeFileSync(path.join(folder, `content/temoignages/${hostile}.md`),
    '---\ntitre: T\nstructure: S\nforme: citation\nauteur: Camille Exemple\ndispositif: dla\n---\n\nTexte.\n');
  if (!wrong) return folder;
  writeFileSync(path.join(folder, `content/${hostile}.txt`), '');
  writeFileSync(path.join(folder, `content/projets/${hostile}.md`),
    '---\ntitre: "V\u202e"\ndispositif: dla\ndate: 12/03/2024\n---\n\n[x](nulle&#10;::error::part.md) [y](&#x1b;[31m&#x9b;b.md) {{chiffre a\u202e}}\n');
  return folder;
}
const isHarmless = (text) => !/[\x1b\x80-\x9f\u202e]|^::error::faux/m.test(text);

test('terminal: nothing that authors wrote acts on a terminal or begins a line', () => {
  const wrong = hostileSite(path.join(work, 'faux'), true);
  const right = hostileSite(path.join(work, 'juste'), false);
  for (const [command, site] of [
    ['validate', wrong], ['validate --format json', wrong], ['validate --format github', wrong], ['validate --format sarif', wrong],
    ['validate --format gitlab', wrong], ['validate --fix --dry-run', wrong], ['new projet', wrong], ['context /x/', wrong],
    ['consent', right], ['consent --format csv', right], ['consent --format md', right], ['consent --format json', right],
    ['consent formulaire nulle/part', right], ['stats', right], ['build', right], ['withdraw temoignages/a', right],
  ]) {
    const shown = onTerminal(`"$PES" ${command} --no-color --source '${site}'`).replace(/\r\x1b\[K/g, '').replace(/\r\n/g, '\n');
    assert.ok(shown.length > 10, command);
    assert.ok(isHarmless(shown), `${command}: ${JSON.stringify(shown)}`);
  }
});

test('terminal: what is read by a program is exact, and a diff names such a file as git does', () => {
  const site = hostileSite(path.join(work, 'exact'), true);
  const report = JSON.parse(run('validate', '--format', 'json', '--source', site).stdout);
  assert.ok(report.findings.some(({ place }) => place?.file === `content/projets/${hostile}.md`));
  const diff = run('validate', '--fix', '--dry-run', '--source', site).stdout;
  spawnSync('git', ['init', '-q'], { cwd: site });
  const applied = spawnSync('git', ['apply'], { cwd: site, input: diff, encoding: 'utf8' });
  assert.equal(applied.status, 0, applied.stderr);
  assert.match(readFileSync(path.join(site, `content/projets/${hostile}.md`), 'utf8'), /date: 2024-03-12/);
});
