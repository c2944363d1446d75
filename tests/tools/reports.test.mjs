// The reports for programs, judged by the schemas that those programs publish.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const pes = path.join(repository, 'build/pes');
const require = createRequire(import.meta.url);
const published = (name) =>
  JSON.parse(readFileSync(path.join(path.dirname(require.resolve('schemastore/package.json')), 'schemas/json', name)));

const source = mkdtempSync(path.join(tmpdir(), 'pes-rapports-'));
after(() => rmSync(source, { recursive: true }));
cpSync(path.join(repository, 'tests/sites/minimal'), source, { recursive: true });
cpSync(path.join(repository, 'tests/mistakes/content'), path.join(source, 'content'), { recursive: true });

function run(command, format, ...more) {
  const { status, stdout, stderr } = spawnSync(
    pes,
    [command, '--source', source, '--date', '2026-01-15', '--format', format, ...more],
    { encoding: 'utf8' },
  );
  assert.equal(status, 1, stderr);
  return stdout;
}
const json = JSON.parse(run('validate', 'json'));
const lines = (file) => readFileSync(path.join(source, file), 'utf8').replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);

test('reports: JSON has every finding, with places that are in the files', () => {
  assert.equal(json.format, 'pes-findings');
  assert.equal(json.version, 1);
  assert.ok(json.findings.length > 65);
  for (const severity of ['error', 'warning', 'advice']) {
    assert.equal(json.findings.filter((found) => found.severity === severity).length, json.counts[severity]);
  }
  for (const { code, message, place } of json.findings) {
    assert.match(code, /^PES\d{4}$/);
    assert.ok(message.length > 10);
    if (place === null || place.file === 'content/projets/63.md') continue;
    const text = lines(place.file);
    assert.ok(place.start.line <= text.length, `${place.file}:${place.start.line}`);
    assert.ok(place.start.column <= [...(text[place.start.line - 1] ?? '')].length + 1);
  }
});

test('reports: what JSON gives as a fix is what --fix does', () => {
  const found = json.findings.find(({ code }) => code === 'PES0033');
  const [edit] = found.fix;
  const line = [...lines(found.place.file)[edit.place.start.line - 1]];
  const mended = [...line.slice(0, edit.place.start.column - 1), edit.text,
    ...line.slice(edit.place.end.column - 1)].join('');
  assert.equal(mended, 'date: 2024-03-12');
});

test('reports: SARIF is valid, and its places are those of JSON', () => {
  const sarif = JSON.parse(run('validate', 'sarif'));
  const ajv = new AjvDraft4({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const valid = ajv.validate(published('sarif-2.1.0-rtm.5.json'), sarif);
  assert.ok(valid, ajv.errorsText());
  const [{ results, tool }] = sarif.runs;
  assert.equal(results.length, json.findings.length);
  results.forEach((result, i) => {
    assert.equal(result.ruleId, json.findings[i].code);
    assert.equal(tool.driver.rules[result.ruleIndex].id, result.ruleId);
    const region = result.locations?.[0].physicalLocation.region;
    assert.equal(region?.startLine, json.findings[i].place?.start.line);
    assert.equal(region?.startColumn, json.findings[i].place?.start.column);
  });
});

test('reports: GitLab’s is valid, and each finding can be told from the others', () => {
  const report = JSON.parse(run('validate', 'gitlab'));
  const ajv = new Ajv({ strict: false });
  // GitLab documents these fields; all of them are required.
  const schema = {
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', minLength: 1 },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^[^./]' },
            lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
          },
        },
      },
    },
  };
  assert.ok(ajv.validate(schema, report), ajv.errorsText());
  assert.equal(report.length, json.findings.length);
  assert.equal(new Set(report.map(({ fingerprint }) => fingerprint)).size, report.length);
});

test('reports: GitHub’s commands are one a line, with nothing unescaped', () => {
  const commands = run('validate', 'github').trimEnd().split('\n');
  assert.equal(commands.length, json.findings.length);
  commands.forEach((command, i) => {
    const parts = /^::(error|warning|notice) ([^:]*)::(.*)$/.exec(command);
    assert.ok(parts, command);
    const properties = Object.fromEntries(parts[2].split(',').map((property) => property.split('=')));
    assert.equal(properties.title, json.findings[i].code);
    assert.equal(properties.file ?? null, json.findings[i].place?.file ?? null);
    assert.equal(Number(properties.line ?? 0), json.findings[i].place?.start.line ?? 0);
    assert.ok(!/%(?!25|0A|0D)/.test(parts[3]), command);
    assert.ok(decodeURIComponent(parts[3]).startsWith(json.findings[i].message));
  });
});

test('reports: a build that fails reports in the same forms', () => {
  const build = JSON.parse(run('build', 'json', '--output', path.join(source, '..', path.basename(source), 'public')));
  assert.deepEqual(build.counts, json.counts);
});

test('reports: the diff of --fix --dry-run is one that git applies, and nothing was written', () => {
  const before = readFileSync(path.join(source, 'content/projets/08.md'), 'utf8');
  const asked = ['validate', '--fix', '--dry-run', '--source', source, '--date', '2026-01-15'];
  const { status, stdout } = spawnSync(pes, asked);  // bytes: one of the files is no UTF-8
  assert.equal(status, 0);
  assert.equal(readFileSync(path.join(source, 'content/projets/08.md'), 'utf8'), before);
  const applied = spawnSync('git', ['apply', '--unsafe-paths', '-'], { cwd: source, input: stdout, encoding: 'utf8' });
  assert.equal(applied.status, 0, applied.stderr);
  assert.equal(spawnSync(pes, asked, { encoding: 'utf8' }).stdout, '');
});

test('reports: the PDF of a year is tagged, and claims nothing that it is not', () => {
  const page = path.join(source, 'rapport.html');
  const pdf = page.replace('.html', '.pdf');
  const { status, stderr } = spawnSync(pes, ['report', '--annee', '2024', '--pdf', '--source', repository, '--output', page], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const info = (option) => execFileSync('pdfinfo', [option, pdf].filter(Boolean), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  assert.match(info(), /^Tagged: +yes$/m);
  assert.match(info('-struct'), /H2/);
  // PDF/UA asks for both; where WeasyPrint writes them, it may say so.
  const bytes = readFileSync(pdf, 'latin1');
  assert.ok(!info('-meta').includes('pdfuaid:part') || (bytes.includes('/Scope') && bytes.includes('/Alt')));
});
