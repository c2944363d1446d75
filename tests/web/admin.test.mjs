// The online editor: it asks for what records hold, loses nothing, and what it saves passes the check.
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { PNG } from 'pngjs';
import { launch, withPage } from './support/browser.mjs';
import { add, choose, field, fill, open, pickPhoto, save, sendPhoto, store, storeFile, stored, storedBytes, storedNames, tick } from './support/editor.mjs';
import { serve } from './support/server.mjs';
import { addThemes, build, day, pes, readText, repository, temporaryFolder } from './support/site.mjs';

function copyOfContent() {
  const folder = temporaryFolder('admin');
  cpSync(path.join(repository, 'content'), path.join(folder, 'content'), { recursive: true });
  addThemes(folder);
  appendFileSync(path.join(folder, 'content/site.yml'), '\nredaction: {forge: essai}\n');
  return folder;
}

const work = copyOfContent();
const output = path.join(work, 'public');
const server = await serve(output, '/');
after(server.close);
build(work, output, '--admin', '--base-url', `${server.origin}/`);
const { collections } = JSON.parse(readText(output, 'admin/config.yml'));

const browser = await launch();
const slow = { timeout: 120_000 };
// Fields are drawn when they come into view: here all of them do.
const tall = { viewport: { width: 800, height: 7000 } };
// What the editor says of its own work.
const chatter = /schéma JSON de Sveltia|\[Loading site data\]|^console: Configuration du CMS|^console: CMS configuration:/;

const inEditor = (use) => () => withPage(browser, `${server.origin}/404.html`, tall, async (page, noise) => {
  await store(page, work);
  await use(page);
  assert.deepEqual(noise.filter((line) => !chatter.test(line)), []);
});

// Errors make the program fail, and it still says what it found.
function findingsOf(source) {
  try {
    return JSON.parse(pes('validate', '--source', source, '--date', day, '--format', 'json')).findings;
  } catch (failure) {
    return JSON.parse(failure.stdout).findings;
  }
}

test('editor: it asks for nothing but its own files, and search engines leave it alone', slow, inEditor(async (page) => {
  await open(page, 'page/new');
  assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  assert.doesNotMatch(readText(output, 'sitemap.xml'), /admin/);
  assert.match(readText(output, 'robots.txt'), /^Disallow: \/admin\/$/m);
  assert.match(readText(output, 'admin/index.html'), /<meta name="robots" content="noindex">/);
}));

// The widgets that suit a field, by what its JSON Schema says.
function suitable(name, schema) {
  const text = JSON.stringify(schema);
  if (/"properties"|"propertyNames"/.test(text)) return ['object', 'list'];
  if (name === 'dispositif') return ['relation'];
  if (/"format":"date"/.test(text)) return ['datetime'];
  if (/\[oO\]\[uU\]/.test(text) || /"enum"/.test(text)) return ['select'];
  if (/"type":"array"/.test(text)) return ['list'];
  if (/"type":"(integer|number)"/.test(text)) return ['number'];
  return ['string', 'text'];
}

test('editor: every kind is there, and every field with a widget that suits it', slow, inEditor(async (page) => {
  const forms = collections.flatMap(({ name, files }) =>
    (files ? files.map((file) => [file.name, `${name}/entries/${file.name}`]) : [[name, `${name}/new`]]));
  assert.deepEqual(forms.map(([kind]) => kind).sort(),
    ['accueil', 'bilan', 'dispositif', 'page', 'projet', 'site', 'temoignage']);
  for (const [kind, address] of forms) {
    await open(page, address);
    const schema = JSON.parse(pes('schema', 'json', kind, '--source', work));
    for (const [name, wanted] of Object.entries(schema.properties)) {
      const shown = field(page, name);
      await shown.waitFor();
      const widgets = suitable(name, wanted);
      const widget = await shown.getAttribute('data-field-type');
      assert.ok(widgets.includes(widget), `${kind}.${name}: ${widget}, not ${widgets}`);
    }
    assert.equal(await field(page, 'body').count(), kind === 'site' ? 0 : 1, kind);
  }
}));

test('editor: a record made in the form passes the check, and is published', slow, inEditor(async (page) => {
  await open(page, 'temoignage/new');
  await fill(page, 'titre', 'L’épicerie : « un lieu » pour tous');
  await fill(page, 'structure', 'L’épicerie de la gare');
  await choose(page, 'forme', 'récit');
  await choose(page, 'dispositif', 'Dispositif local d’accompagnement');
  await fill(page, 'date', '2026-01-12');
  await fill(page, 'territoire', 'Dijon');
  await fill(page, 'themes', 'alimentation');
  await add(page, 'impact');
  await fill(page, 'impact.personnes', '12');
  await field(page, 'body').locator('[contenteditable=true], textarea').first().fill('Elle a ouvert ses portes.');
  await add(page, 'consentement');
  const inside = { 'impact.personnes': 'number', 'consentement.base': 'select', 'consentement.recueilli_le': 'datetime',
    'consentement.portee': 'object', 'consentement.supports': 'select' };
  for (const [name, widget] of Object.entries(inside)) {
    assert.equal(await field(page, name).getAttribute('data-field-type'), widget, name);
  }
  await choose(page, 'consentement.base', 'accord écrit');
  await fill(page, 'consentement.recueilli_le', '2026-01-05');
  await fill(page, 'consentement.preuve', 'REG-2026-004');
  await tick(page, 'consentement.supports', 'le site internet');
  await save(page);

  const name = 'content/temoignages/l-epicerie-un-lieu-pour-tous.md';
  const text = await stored(page, name);
  const folder = copyOfContent();
  writeFileSync(path.join(folder, name), text);
  assert.deepEqual(findingsOf(folder).filter(({ place }) => place?.file === name), [], text);
  const site = path.join(folder, 'public');
  build(folder, site);
  assert.match(readText(site, 'temoignages/l-epicerie-un-lieu-pour-tous/index.html'), /Elle a ouvert ses portes/);
}));

// Figures in full, steps as texts, links in texts.
for (const record of ['bilans/depuis-la-creation', 'projets/projet-alimentaire-territorial', 'dispositifs/dla']) {
  test(`editor: ${record} loses nothing when it is saved`, slow, inEditor(async (page) => {
    const [section, slug] = record.split('/');
    const { name: kind } = collections.find((known) => known.folder === `content/${section}`);
    await open(page, `${kind}/entries/${slug}`);
    await choose(page, 'brouillon', 'non');
    await save(page);
    const name = `content/${record}.md`;
    const text = await stored(page, name);
    assert.match(text, /^brouillon: ["']?non["']?$/m);
    const folder = copyOfContent();
    writeFileSync(path.join(folder, name), text);
    const context = (source) => JSON.parse(pes('context', `/${record}/`, '--source', source, '--date', day));
    assert.deepEqual(context(folder), context(work));
  }));
}

const picture = (shade) => {
  const png = new PNG({ width: 64, height: 48 });
  png.data.fill(shade);
  return PNG.sync.write(png);
};

test('editor: a photo that is sent, and one that is there, are found by the check', slow, inEditor(async (page) => {
  await storeFile(page, 'content/medias/la.png', picture(90));
  const folder = copyOfContent();
  mkdirSync(path.join(folder, 'content/medias'), { recursive: true });
  writeFileSync(path.join(folder, 'content/medias/la.png'), picture(90));
  await open(page, 'projet/entries/recyclerie');
  await add(page, 'photo');
  assert.equal(await field(page, 'photo.fichier').getAttribute('data-field-type'), 'image');
  await pickPhoto(page, 'photo.fichier', 'la.png');
  await fill(page, 'photo.alt', 'Un carré gris');
  await save(page);
  await open(page, 'projet/entries/espace-carnot');
  await add(page, 'photo');
  await sendPhoto(page, 'photo.fichier', 'Été à la plage.png', picture(30));
  await fill(page, 'photo.alt', 'Un carré plus sombre');
  await save(page);

  for (const name of ['content/projets/recyclerie.md', 'content/projets/espace-carnot.md']) {
    writeFileSync(path.join(folder, name), await stored(page, name));
  }
  const sent = (await storedNames(page, 'content/medias')).filter((name) => name !== 'la.png');
  assert.equal(sent.length, 1);
  assert.match(sent[0], /^[a-z0-9-]+\.webp$/);
  writeFileSync(path.join(folder, 'content/medias', sent[0]), await storedBytes(page, `content/medias/${sent[0]}`));
  assert.deepEqual(findingsOf(folder).filter(({ severity }) => severity === 'error'), []);
}));

test('editor: the settings of the site stay what they were', slow, inEditor(async (page) => {
  await open(page, 'reglages/entries/site');
  await fill(page, 'description', 'Une autre phrase.');
  await save(page);
  const folder = copyOfContent();
  writeFileSync(path.join(folder, 'content/site.yml'), await stored(page, 'content/site.yml'));
  const context = (source) => pes('context', '/chiffres/', '--source', source, '--date', day);
  const { site } = JSON.parse(context(work));
  const expected = context(work).replaceAll(site.description, 'Une autre phrase.');
  assert.deepEqual(JSON.parse(context(folder)), JSON.parse(expected));
}));
