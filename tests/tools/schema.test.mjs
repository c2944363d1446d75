// The JSON Schemas that pes prints, and pes validate, must agree on every record of the test sites:
// a form or an editor that follows the schema must not let through what the check refuses, nor refuse
// what it lets through.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parseDocument } from 'yaml';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const pes = path.join(repository, 'build/pes');
const kinds = {
  temoignages: 'temoignage', projets: 'projet', dispositifs: 'dispositif', bilans: 'bilan', pages: 'page',
};
// The rules about single fields and names. Not among them: what two dates or two records have to do
// with each other.
const expressible = new Set(['PES0030', 'PES0031', 'PES0032', 'PES0033', 'PES0034', 'PES0035', 'PES0036',
  'PES0037', 'PES0039', 'PES0040', 'PES0041', 'PES0042', 'PES0043', 'PES0045', 'PES0046', 'PES0050', 'PES0051',
  'PES0132']);
const isAboutYaml = (code) => code < 'PES0030' && !['PES0007', 'PES0008', 'PES0009'].includes(code);

const call = (...options) => spawnSync(pes, options, { encoding: 'utf8', maxBuffer: 1 << 26 });

function frontMatter(file) {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '').normalize('NFC').replace(/\r\n?/g, '\n');
  const source = file.endsWith('.yml') ? text : /^---[ \t]*\n([^]*?)^---[ \t]*$/m.exec(text)?.[1];
  if (source === undefined) return undefined;
  const document = parseDocument(source, { uniqueKeys: false });
  if (document.errors.length > 0) return undefined;
  return document.toJS() ?? {};
}

// Lays a broken site over the minimal one.
function siteOf(folder) {
  const work = mkdtempSync(path.join(tmpdir(), 'pes-schema-'));
  cpSync(path.join(repository, 'tests/sites/minimal'), work, { recursive: true });
  cpSync(folder, work, { recursive: true, filter: (from) => !from.endsWith('.repete') });
  return work;
}

function compare(work) {
  const { stdout } = call('validate', '--source', work, '--date', '2026-01-15', '--format', 'json');
  const { findings } = JSON.parse(stdout);
  const compared = [];
  for (const [folder, kind] of Object.entries(kinds)) {
    const records = path.join(work, 'content', folder);
    if (!existsSync(records)) continue;
    const schema = call('schema', 'json', kind, '--source', work);
    assert.equal(schema.status, 0, schema.stderr);
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    addFormats(ajv, ['date']);
    const valid = ajv.compile(JSON.parse(schema.stdout));
    const names = readdirSync(records, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md')).map((entry) => entry.name);
    for (const name of names) {
      const codes = findings.filter(({ place }) => place?.file.normalize() === `content/${folder}/${name}`.normalize())
        .map(({ code }) => code);
      const fields = frontMatter(path.join(records, name));
      if (fields === undefined || codes.some(isAboutYaml)) continue;
      compared.push({
        file: `${folder}/${name}`,
        schema: valid(fields) ? [] : valid.errors.map(({ instancePath, message }) => `${instancePath} ${message}`),
        // The colours of programmes are names of the theme, which records do not know.
        pes: codes.filter((code) => expressible.has(code) && !(kind === 'dispositif' && code === 'PES0035')),
      });
    }
  }
  return compared;
}

const broken = readdirSync(path.join(repository, 'tests/sites_invalid'))
  .filter((name) => /^PES(00[0-5]|0132)/.test(name)).map((name) => path.join('tests/sites_invalid', name));

for (const [name, folders] of [
  ['our own content', ['.']],
  ['the test sites', ['tests/sites/champs', 'tests/sites/registre', 'tests/sites/personnes']],
  ['the usual mistakes', ['tests/mistakes']],
  ['the broken sites', broken],
]) {
  test(`schema: it agrees with pes validate about ${name}`, () => {
    let count = 0;
    for (const folder of folders) {
      const whole = !folder.startsWith('tests/sites_invalid') && folder !== 'tests/mistakes';
      const work = whole ? path.join(repository, folder) : siteOf(path.join(repository, folder));
      try {
        for (const { file, schema, pes: codes } of compare(work)) {
          count += 1;
          assert.equal(schema.length > 0, codes.length > 0, `${folder}, ${file}: ${codes} / ${schema.join('; ')}`);
        }
      } finally {
        if (!whole) rmSync(work, { recursive: true });
      }
    }
    assert.ok(count > 10, `${count} records compared`);
  });
}

test('schema: it is one, in French, and offers what exists', () => {
  const schema = JSON.parse(call('schema', 'json', 'temoignage', '--source', repository).stdout);
  const ajv = new Ajv2020({ strict: false });
  assert.ok(ajv.validateSchema(schema), ajv.errorsText());
  assert.equal(schema.title, 'Témoignage');
  assert.ok(schema.properties.dispositif.enum.includes('dla'));
  assert.ok(schema.properties.territoire.examples.includes('Chenôve'));
});

test('schema: the configuration of the editor is one by the schema that comes with the editor', () => {
  const schema = JSON.parse(readFileSync(
    path.join(repository, 'build/web/node_modules/@sveltia/cms/schema/sveltia-cms.json'), 'utf8'));
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  const { stdout, stderr } = call('schema', 'cms', '--source', repository);
  assert.ok(ajv.validate(schema, JSON.parse(stdout)), ajv.errorsText());
  assert.match(stderr, /redaction/);
});
