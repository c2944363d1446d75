// What `make install` installs beside the program, judged by the shells and the manual reader that use it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const root = mkdtempSync(path.join(tmpdir(), 'pes-shell-'));
after(() => rmSync(root, { recursive: true }));
execFileSync('cmake', ['--install', path.join(repository, 'build'), '--prefix', '/opt/pes'], {
  env: { ...process.env, DESTDIR: root },
});
const prefix = path.join(root, 'opt/pes');
const installed = (name) => path.join(prefix, name);
const bashScript = installed('share/bash-completion/completions/pes');
const zshFolder = installed('share/zsh/site-functions');
const fishScript = installed('share/fish/vendor_completions.d/pes.fish');
const manuals = { en: installed('share/man/man1/pes.1'), fr: installed('share/man/fr/man1/pes.1') };

const call = (...options) => execFileSync(installed('bin/pes'), options, { encoding: 'utf8' });

// What each shell is asked, and what its answer must hold. The last word is the one to complete.
const questions = [
  ['pes val', 'validate'],
  ['pes new ', 'temoignage'],
  ['pes schema json pr', 'projet'],
  ['pes --lang en sta', 'stats'],
  ['pes stats --ind', '--indicateur'],
  ['pes stats --par ter', 'territoire'],
  ['pes stats --format js', 'json'],
  ['pes validate --format sa', 'sarif'],
  ['pes consent --format m', 'md'],
  ['pes consent f', 'formulaire'],
  ['pes consent formulaire --out', '--output'],
  ['pes new projet --statut ter', 'termine'],
  ['pes new --lang en bil', 'bilan'],
  ['pes explain PES001', 'PES0014'],
  ['pes completion z', 'zsh'],
  ['pes build --source them', 'themes'],
  ['pes report --output READ', 'README.md'],
  ['pes withdraw READ', 'README.md'],
];

test('shell: everything is installed, and nowhere else', () => {
  const files = execFileSync('find', [root, '-type', 'f', '-printf', '%P\n'], { encoding: 'utf8' });
  assert.deepEqual(files.trim().split('\n').sort(), [
    'opt/pes/bin/pes',
    'opt/pes/lib/pes/pes_media.so',
    'opt/pes/share/bash-completion/completions/pes',
    'opt/pes/share/fish/vendor_completions.d/pes.fish',
    'opt/pes/share/man/fr/man1/pes.1',
    'opt/pes/share/man/man1/pes.1',
    'opt/pes/share/zsh/site-functions/_pes',
  ]);
  assert.ok(statSync(installed('bin/pes')).mode & 0o111);
});

test('shell: photos are read where the program is installed; where it is copied alone, it says what is missing', () => {
  const alone = path.join(root, 'seul/pes');
  cpSync(installed('bin/pes'), alone);
  const validate = (program, site) => spawnSync(program,
    ['validate', '--date', '2026-01-15', '--source', path.join(repository, 'tests/sites', site)], { encoding: 'utf8' });

  assert.notEqual(validate(installed('bin/pes'), 'personnes').status, 2);
  assert.equal(validate(alone, 'minimal').status, validate(installed('bin/pes'), 'minimal').status);
  assert.equal(validate(alone, 'personnes').status, 2);
  assert.match(validate(alone, 'personnes').stderr, /pes_media\.so/);
});

test('shell: no program has a run path, so that none looks for libraries where it is started', () => {
  for (const file of [installed('bin/pes'), installed('lib/pes/pes_media.so'), path.join(repository, 'build/pes')]) {
    assert.doesNotMatch(execFileSync('readelf', ['--dynamic', file], { encoding: 'utf8' }), /R(UN)?PATH/);
  }
});

test('shell: what is installed is what the program prints', () => {
  for (const [language, page] of Object.entries(manuals)) {
    assert.equal(readFileSync(page, 'utf8'), call('man', '--lang', language));
  }
  for (const [shell, file] of [['bash', bashScript], ['zsh', path.join(zshFolder, '_pes')], ['fish', fishScript]]) {
    assert.equal(readFileSync(file, 'utf8'), call('completion', shell, '--lang', 'fr'));
  }
});

test('shell: man reads both manuals without a warning, and knows their title', () => {
  for (const page of Object.values(manuals)) {
    const shown = spawnSync('man', ['--warnings', '-l', '-Tutf8', page], {
      encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8', MANPAGER: 'cat' },
    });
    assert.equal(shown.status, 0, shown.stderr);
    assert.equal(shown.stderr, '');
    assert.ok(shown.stdout.includes('PES0014'));
    assert.match(execFileSync('lexgrog', [page], { encoding: 'utf8' }), /"pes - /);
  }
});

function bash(line) {
  const words = line.split(' ');
  const script = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _pes; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-uc', script, 'bash', bashScript, ...words], {
    cwd: repository, encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  assert.equal(stderr, '');
  return stdout;
}

test('shell: bash completes', () => {
  for (const [line, answer] of questions) assert.ok(bash(line).split('\n').includes(answer), `${line}: ${bash(line)}`);
  assert.equal(bash('pes stats --au '), '\n', 'nothing to offer for a date');
  assert.deepEqual(bash('pes stats --lang = ').trim().split('\n'), ['fr', 'en'], 'bash cuts words at =');
  assert.ok(bash('pes stats --par theme an').includes('annee'), 'a second value');
  assert.ok(bash('pes build ').includes('--output'), 'options where nothing else can follow');
  assert.ok(!bash('pes build --source ').includes('README'), 'folders alone');
});

test('shell: fish completes', () => {
  const fish = (code, ...words) => {
    const { status, stdout, stderr } = spawnSync('fish', ['--no-config', '-c', code, ...words], {
      cwd: repository, encoding: 'utf8', env: { ...process.env, HOME: root },
    });
    assert.equal(status, 0, stderr);
    assert.equal(stderr, '');
    return stdout;
  };
  execFileSync('fish', ['-n', fishScript]);
  for (const [line, answer] of questions) {
    const offered = fish('source $argv[1]; complete -C $argv[2]', fishScript, line);
    assert.ok(offered.split('\n').some((one) => one.split('\t')[0].replace(/\/$/, '') === answer), `${line}: ${offered}`);
  }
  assert.match(fish('source $argv[1]; complete -C "pes val"', fishScript), /^validate\tVérifie les fiches et le thème\n/);
});

// zsh completes on a terminal alone: one shell gives another one, types, and waits for the answer.
const typist = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; unsetopt prompt_cr prompt_sp; LISTMAX=1000; cd $2"
zpty -w shell "fpath=($1 \\$fpath); autoload -Uz compinit; compinit -u -D; print rea''dy"
zpty -r -m shell shown '*ready*'
zpty -w -n shell "$3"$'\\t\\t'
zpty -r -m shell shown "*$4*"
print -r -- $shown
zpty -d shell
`;

test('shell: zsh completes', () => {
  execFileSync('zsh', ['-n', path.join(zshFolder, '_pes')]);
  for (const [line, answer] of questions) {
    const { stdout, stderr } = spawnSync('zsh', ['-f', '-c', typist, 'zsh', zshFolder, repository, line, answer], {
      encoding: 'utf8', timeout: 30000, env: { ...process.env, LC_ALL: 'C.UTF-8', TERM: 'dumb' },
    });
    assert.equal(stderr, '');
    assert.ok(stdout.includes(answer), `${line}: ${stdout}`);
  }
});
