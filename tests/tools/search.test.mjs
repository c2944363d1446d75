// The search as readers meet it: the published index, read by the published programs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync }
  from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const pes = path.join(repository, 'build/pes');
const work = mkdtempSync(path.join(tmpdir(), 'pes-recherche-'));
const day = '2026-01-15';

const records = {
  'temoignages/epicerie': ['Une épicerie à nous', 'structure: L’Écrin\nforme: recit\ndate: 2023-05-02',
    'Nos associations font œuvre utile. Des chevaux livrent les légumes.'],
  'temoignages/verger': ['Le verger partagé', 'structure: Association du verger\nforme: recit\n'
    + 'date: 2024-05-02', 'Une association de quartier plante des pommiers, loin de toute épicerie.'],
  'projets/oeuvres': ['Oeuvres de saison', 'date: 2024-02-01', 'Un cheval, des travaux, et du pain.'],
};

let moteur;

function site(name, from, fill) {
  const source = path.join(work, name);
  const output = path.join(work, `${name}-public`);
  cpSync(path.join(repository, from), path.join(source, 'content'), { recursive: true });
  cpSync(path.join(repository, 'themes'), path.join(source, 'themes'), { recursive: true });
  fill?.(path.join(source, 'content'));
  execFileSync(pes, ['build', '--source', source, '--output', output, '--date', day]);
  return path.join(output, 'recherche');
}

function writeRecords(content) {
  rmSync(path.join(content, 'projets'), { recursive: true });
  writeFileSync(path.join(content, 'site.yml'),
    readFileSync(path.join(content, 'site.yml'), 'utf8').replace('theme: mini\n', ''));
  for (const [name, [titre, fields, text]] of Object.entries(records)) {
    mkdirSync(path.dirname(path.join(content, name)), { recursive: true });
    writeFileSync(path.join(content, `${name}.md`),
      `---\ntitre: ${titre}\ndispositif: dla\n${fields}\nconsentement: {base: publication-existante}\n`
        .replace(name.startsWith('projets') ? /consentement.*\n/ : '', '') + `---\n\n${text}\n`);
  }
}

// A reader: what it loads is noted.
function reader(folder) {
  const loaded = [];
  const engine = new moteur.Engine(async (name) => {
    loaded.push(name);
    return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  });
  const titles = async (query) => {
    const { hits } = await engine.search(query);
    const shown = await engine.show(hits.map(({ id }) => id));
    return shown.map(({ titre }) => titre);
  };
  return { engine, loaded, titles };
}

let folder;

before(async () => {
  folder = site('petit', 'tests/sites/minimal/content', writeRecords);
  writeFileSync(path.join(work, 'package.json'), '{"type": "module"}');
  moteur = await import(pathToFileURL(path.join(folder, 'moteur.js')));
});
after(() => rmSync(work, { recursive: true }));

test('search: queries are folded like texts, case by case', async () => {
  const { engine } = reader(folder);
  await engine.open();
  const rows = readFileSync(path.join(repository, 'tests/text/recherche.jsonl'), 'utf8')
    .trim().split('\n').map((line) => JSON.parse(line));

  assert.equal(rows.length, 43);
  for (const { texte, mots } of rows) {
    assert.deepEqual(moteur.wordsOf(texte, engine.stopWords).map(({ stem }) => stem), mots, texte);
  }
});

test('search: accents, ligatures, articles and plurals do not matter, either way', async () => {
  const { titles } = reader(folder);
  const grocery = ['Une épicerie à nous', 'Le verger partagé'];

  for (const q of ['épicerie', 'epicerie', 'ÉPICERIES', 'l’épicerie', 'épice']) {
    assert.deepEqual(await titles({ q }), grocery, q);
  }
  for (const q of ['oeuvre', 'œuvre', 'œuvres', 'OEUVRES']) {
    assert.deepEqual(await titles({ q }), ['Oeuvres de saison', 'Une épicerie à nous'], q);
  }
  for (const q of ['association', 'associations', 'l’association']) {
    assert.deepEqual((await titles({ q })).slice(0, 2),
      ['Le verger partagé', 'Une épicerie à nous'], q);
  }
  for (const q of ['cheval', 'chevaux']) {
    assert.deepEqual((await titles({ q })).sort(), ['Oeuvres de saison', 'Une épicerie à nous'], q);
  }
  assert.deepEqual(await titles({ q: 'l\'écrin' }), ['Une épicerie à nous']);
});

test('search: all words, else some, else similar ones', async () => {
  const { engine, titles } = reader(folder);
  const how = async (q) => (await engine.search({ q })).how;

  assert.deepEqual(await titles({ q: 'épicerie pommier' }), ['Le verger partagé']);
  assert.equal(await how('épicerie pommier'), 'tous');
  assert.equal(await how('épicerie zanzibar'), 'certains');
  assert.equal(await how('epicrrie'), 'proches');
  assert.equal((await titles({ q: 'epicrrie' })).length, 2);
  assert.deepEqual(await titles({ q: 'zanzibar' }), []);
  assert.deepEqual(await titles({ q: 'le la les' }), []);
});

test('search: filters narrow, alone too', async () => {
  const { titles } = reader(folder);

  assert.deepEqual(await titles({ q: 'épicerie', annee: '2024' }), ['Le verger partagé']);
  assert.deepEqual(await titles({ q: 'cheval', genre: 'projet' }), ['Oeuvres de saison']);
  assert.deepEqual(await titles({ q: 'cheval', dispositif: 'inconnu' }), []);
  assert.deepEqual(await titles({ genre: 'temoignage' }),
    ['Le verger partagé', 'Une épicerie à nous']);
  assert.deepEqual(await titles({}), []);
});

test('search: a result says what, when and where, and its words can be marked', async () => {
  const { engine } = reader(folder);
  const { hits } = await engine.search({ q: 'chevaux œuvre' });
  const [first] = await engine.show([hits[0].id]);
  const pieces = moteur.piecesOf('L’œuvre d’un\u00a0cheval-vapeur.', hits[0].stems, engine.stopWords);

  assert.equal(first.adresse, 'projets/oeuvres/');
  assert.equal(first.genre, 'Projet');
  assert.equal(first.annee, '2024');
  assert.deepEqual(pieces.filter(({ hit }) => hit).map(({ text }) => text), ['œuvre', 'cheval']);
  assert.equal(pieces.map(({ text }) => text).join(''), 'L’œuvre d’un\u00a0cheval-vapeur.');
});

test('search: a small site takes one file of words and one of records', async () => {
  const { loaded, titles } = reader(folder);

  await titles({ q: 'épicerie' });

  assert.deepEqual(loaded.map((name) => name.replace(/-.*/, '')),
    ['index.json', 'termes', 'fiches']);
});

test('search: only the blocks that can hold a word are read', () => {
  const firsts = ['a', 'ecole', 'epi', 'epicerie', 'z'];

  assert.deepEqual(moteur.blocksBetween(firsts, 'ecolier', 'ecolier'), [1]);
  assert.deepEqual(moteur.blocksBetween(firsts, 'epi', 'epi\uFFFF'), [2, 3]);
  assert.deepEqual(moteur.blocksBetween(firsts, '0', '0'), []);
  assert.deepEqual(moteur.blocksBetween(firsts, 'zoo', 'zoo\uFFFF'), [4]);
});

// The same texts, indexed by the library itself: same order, same scores.
test('search: parts put together rank like the library’s own index', async () => {
  const { default: MiniSearch } = await import(pathToFileURL(path.join(folder, 'minisearch.js')));
  const { engine } = reader(folder);
  await engine.open();
  const stems = (text) => moteur.wordsOf(text, engine.stopWords).map(({ stem }) => stem);
  const own = new MiniSearch({ fields: ['titre'], tokenize: stems, processTerm: (term) => term });
  const all = await engine.show(Array.from({ length: engine.head.nombre }, (_, id) => id));
  own.addAll(all.map(({ titre }, id) => ({ id, titre })));

  await engine.search({ q: 'épicerie verger' });
  const ours = engine.index.search('epiceri', { fields: ['titre'] });
  const theirs = own.search('épicerie');

  assert.ok(theirs.length > 0);
  assert.deepEqual(ours.map(({ id }) => id), theirs.map(({ id }) => id));
  for (const [i, { score }] of ours.entries()) assert.ok(Math.abs(score - theirs[i].score) < 1e-9);
});

test('search: nobody withheld is in the index, nor whom a consent shows on pages only', () => {
  const index = site('personnes', 'tests/sites/personnes/content');
  const people = JSON.parse(
    readFileSync(path.join(repository, 'tests/sites/personnes/personnes.json'), 'utf8'));
  const consentOf = (fiche) => readFileSync(
    path.join(repository, 'tests/sites/personnes/content', `${fiche}.md`), 'utf8');
  const bytes = readdirSync(index).map((name) => readFileSync(path.join(index, name), 'utf8')).join('\n');
  const isFound = ({ nom }) =>
    bytes.includes(`["${moteur.wordsOf(nom, new Set()).at(-1).stem}",`);
  const authors = people.filter(({ nom, fiche }) => nom && fiche.startsWith('temoignages'));
  const searchable = authors.filter(({ sort, fiche }) => sort === 'complet'
    && /supports: \[.*donnees.*\]/.test(consentOf(fiche)));

  assert.ok(searchable.length > 3 && authors.length - searchable.length > 15);
  for (const person of authors) {
    assert.equal(isFound(person), searchable.includes(person), person.fiche);
    if (person.sort === 'retenu') assert.ok(!bytes.includes(`"${person.fiche}/"`), person.fiche);
  }
});
