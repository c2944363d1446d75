// The open data of a site, checked with the tools that others read it with.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import datapackage from 'datapackage';
import { layOut } from './sites.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const work = mkdtempSync(path.join(tmpdir(), 'pes-donnees-'));
const registre = layOut(repository, path.join(work, 'site'), 'tests/sites/registre');
const sites = ['tests/sites/registre', 'tests/sites/champs', '.'];
const folder = (site) => path.join(work, site.replaceAll(/\W/g, '_'), 'donnees');

before(() => {
  for (const site of sites) {
    execFileSync(path.join(repository, 'build/pes'), [
      'build', '--source', site === 'tests/sites/registre' ? registre : path.join(repository, site), '--date', '2026-01-15',
      '--output', path.dirname(folder(site)),
    ]);
  }
});
after(() => rmSync(work, { recursive: true }));

for (const site of sites) {
  test(`open data of ${site}: the package is valid by the Frictionless profiles`, async () => {
    const file = path.join(folder(site), 'datapackage.json');
    const loaded = await datapackage.Package.load(file);

    assert.deepEqual(loaded.errors, []);
    assert.equal(loaded.resources.length, 5);
    for (const resource of loaded.resources) {
      assert.ok(['data-resource', 'tabular-data-resource'].includes(resource.descriptor.profile));
      assert.deepEqual(resource.errors, []);
    }
  });

  test(`open data of ${site}: every row is what its schema says`, async () => {
    const loaded = await datapackage.Package.load(path.join(folder(site), 'datapackage.json'));

    const tables = loaded.resources.filter(
      (known) => known.descriptor.profile === 'tabular-data-resource',
    );
    assert.equal(tables.length, 2);
    for (const resource of tables) {
      const rows = await resource.read({ keyed: true });
      const schema = resource.descriptor.schema.fields.map((field) => field.name);
      assert.deepEqual(resource.headers, schema);
      if (resource.name.startsWith('chiffres')) assert.ok(rows.length > 0);
    }
  });

  test(`open data of ${site}: sizes and SHA-256 are those of the files, and no file is missing`, () => {
    const described = JSON.parse(readFileSync(path.join(folder(site), 'datapackage.json'), 'utf8'));

    for (const resource of described.resources) {
      const bytes = readFileSync(path.join(folder(site), resource.path));
      assert.equal(bytes.length, resource.bytes);
      assert.equal(`sha256:${createHash('sha256').update(bytes).digest('hex')}`, resource.hash);
    }
    assert.equal(readdirSync(folder(site)).length, described.resources.length + 1);
  });
}

test('open data: a French spreadsheet reads accents and numbers as they are', () => {
  const source = path.join(folder('tests/sites/registre'), 'chiffres-tableur.csv');
  // Semicolons, quotation marks, UTF-8, from the first line, French numbers.
  execFileSync('soffice', [
    `-env:UserInstallation=file://${work}/profil`, '--headless',
    '--infilter=CSV:59,34,76,1,,1036,false,true', '--convert-to', 'fods', '--outdir', work, source,
  ], { stdio: 'ignore' });
  const sheet = readFileSync(path.join(work, 'chiffres-tableur.fods'), 'utf8');

  assert.match(sheet, /<text:p>Mâlain<\/text:p>/);
  assert.match(sheet, /<text:p>personnes accompagnées<\/text:p>/);
  assert.match(sheet, /office:value-type="float" office:value="27\.5"/);
  assert.match(sheet, /office:value-type="float" office:value="3249"/);
  assert.doesNotMatch(sheet, /\uFEFF|Ã/);
});
