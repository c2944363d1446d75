// What publishes the site for its owners: the hook, with git itself, and the files of the two forges, by
// their published schemas.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const read = (file) => readFileSync(path.join(repository, file), 'utf8');
const schemas = path.join(path.dirname(createRequire(import.meta.url).resolve('schemastore/package.json')), 'schemas/json');

for (const [file, schema] of [
  ['.github/workflows/publier.yml', 'github-workflow.json'],
  ['.github/workflows/consentements.yml', 'github-workflow.json'],
  ['.github/workflows/ci.yml', 'github-workflow.json'],
  ['.github/actions/pes/action.yml', 'github-action.json'],
  ['.gitlab-ci.yml', 'gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json'],
]) {
  test(`publishing: ${file} is what its forge reads`, () => {
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    const valid = ajv.compile(JSON.parse(readFileSync(path.join(schemas, schema), 'utf8')));
    assert.ok(valid(parse(read(file))), ajv.errorsText(valid.errors));
  });
}

test('publishing: both forges check what is proposed, publish what is accepted, every day too, and let go what has lapsed', () => {
  const github = parse(read('.github/workflows/publier.yml'));
  assert.ok(github.on.schedule && 'pull_request' in github.on);
  const steps = (job) => github.jobs[job].steps.map(({ run, uses }) => run ?? uses).join('\n');
  assert.match(steps('verifier'), /pes build --output \S+ --format github/);
  assert.match(steps('publier'), /pes build [^]*pes build --retirer [^]*deploy-pages[^]*exit 1/);
  const gitlab = parse(read('.gitlab-ci.yml'));
  assert.match(gitlab.verifier.script.join('\n'), /--format gitlab/);
  assert.match(gitlab.pages.script.join('\n'), /pes build [^]*pes build --retirer /);
  assert.match(gitlab.signaler.script.join('\n'), /exit 1/);
  for (const file of JSON.stringify([github, gitlab]).matchAll(/\.\/(\.github\/[\w/]+)/g)) {
    assert.ok(existsSync(path.join(repository, file[1])), file[1]);
  }
});

function repositoryWithHook() {
  const folder = mkdtempSync(path.join(tmpdir(), 'pes-hook-'));
  const git = (...words) => spawnSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@exemple.org', ...words],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, PES_LANG: 'fr', GIT_CONFIG_GLOBAL: '/dev/null' } });
  git('init', '-q');
  for (const part of ['content', 'themes']) {
    cpSync(path.join(repository, 'tests/sites/minimal', part), path.join(folder, part), { recursive: true });
  }
  cpSync(path.join(repository, '.githooks'), path.join(folder, '.githooks'), { recursive: true });
  mkdirSync(path.join(folder, 'build'));
  cpSync(path.join(repository, 'build/pes'), path.join(folder, 'build/pes'));
  writeFileSync(path.join(folder, '.gitignore'), 'build/\n');
  git('config', 'core.hooksPath', '.githooks');
  git('add', '-A');
  return { folder, git };
}

test('publishing: the hook refuses a broken record, and looks at nothing but what is committed', () => {
  const { folder, git } = repositoryWithHook();
  try {
    const first = git('commit', '-qm', 'Un');
    assert.equal(first.status, 0, first.stderr);

    const record = path.join(folder, 'content/projets/recyclerie.md');
    const text = readFileSync(record, 'utf8');
    writeFileSync(record, text.replace('titre:', 'titr:'));
    git('add', '-A');
    const refused = git('commit', '-qm', 'Deux');
    assert.notEqual(refused.status, 0);
    assert.match(refused.stderr + refused.stdout, /content\/projets\/recyclerie\.md:2/);

    writeFileSync(record, text);
    git('add', '-A');
    writeFileSync(record, 'pas encore fini');
    appendFileSync(path.join(folder, 'content/accueil.md'), '\nUn mot de plus.\n');
    git('add', 'content/accueil.md');
    const accepted = git('commit', '-qm', 'Trois');
    assert.equal(accepted.status, 0, accepted.stderr);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
