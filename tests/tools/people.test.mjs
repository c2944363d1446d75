// Nothing about forty people without a basis: what is published is searched with other means than
// those of pes, which must not be its own judge.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const pes = path.join(repository, 'build/pes');
const work = mkdtempSync(path.join(tmpdir(), 'pes-personnes-'));
const source = path.join(work, 'site');
const output = path.join(work, 'public/site');
const day = '2026-01-15';
const people = JSON.parse(
  readFileSync(path.join(repository, 'tests/sites/personnes/personnes.json'), 'utf8'),
);

const run = (...options) => execFileSync(pes, options, { encoding: 'utf8' });
const build = () => run('build', '--source', source, '--output', output, '--date', day);

before(() => {
  cpSync(path.join(repository, 'tests/sites/personnes/content'), path.join(source, 'content'), {
    recursive: true,
  });
  cpSync(path.join(repository, 'themes'), path.join(source, 'themes'), { recursive: true });
  build();
});
after(() => rmSync(work, { recursive: true }));

// Everything beside the output too: what is kept for the next build must not keep anybody either.
function allFiles() {
  return readdirSync(path.dirname(output), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

// « -r. » looks into hidden folders too.
function metadata() {
  const printed = execFileSync(
    'exiftool',
    ['-json', '-a', '-u', '-U', '-G1', '-ee', '-r.', '-ext', 'jpg', '-ext', 'webp', '-ext', 'png',
      '-i', 'SYMLINKS', path.dirname(output)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return JSON.parse(printed);
}

// The texts of a file: as it is, unpacked, in both byte orders of UTF-16.
function textsOf(file) {
  const bytes = readFileSync(file);
  const plain = file.endsWith('.gz') ? gunzipSync(bytes)
    : file.endsWith('.br') ? brotliDecompressSync(bytes) : bytes;
  const swapped = Buffer.from(plain.subarray(0, plain.length - (plain.length % 2)));
  return [plain.toString('utf8'), plain.toString('latin1'), plain.toString('utf16le'),
    swapped.swap16().toString('utf16le')];
}

const bare = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  .replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll(/[’']/g, "'");

const decode = (text) => text
  .replaceAll(/&#(\d+);/g, (_, n) => String.fromCodePoint(Number(n)))
  .replaceAll(/&#x([0-9a-f]+);/gi, (_, n) => String.fromCodePoint(parseInt(n, 16)))
  .replaceAll(/\\u([0-9a-f]{4})/gi, (_, n) => String.fromCharCode(parseInt(n, 16)))
  .replaceAll(/(%[0-9a-f]{2})+/gi, (escaped) => {
    try { return decodeURIComponent(escaped); } catch { return escaped; }
  })
  .replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&');

// Every form in which a text can give a name away, and the surname alone, which is unique here.
function formsOf(name) {
  const first = name.split(' ')[0];
  const last = name.slice(first.length + 1);
  const slug = (text) => bare(text).replaceAll(/[^a-z0-9]+/g, '-');
  const squeezed = (text) => bare(text).replaceAll(/[^a-z0-9]+/g, '');
  return [...new Set([
    bare(name), bare(`${last} ${first}`), bare(`${last}, ${first}`), bare(last),
    slug(name), slug(`${last} ${first}`), slug(last),
    squeezed(name), squeezed(`${last}${first}`),
    slug(name).replaceAll('-', '_'), slug(name).replaceAll('-', '.'),
  ])];
}

function findings(forbidden) {
  const found = [];
  const forms = forbidden.flatMap((person) =>
    formsOf(person.nom).map((form) => [person.fiche, form]));
  const search = (where, text) => {
    const decoded = bare(decode(text));
    const untagged = bare(decode(text.replaceAll(/<[^>]*>/g, '')));
    for (const [who, form] of forms) {
      if (decoded.includes(form) || untagged.includes(form)) found.push(`${where}: ${who}`);
    }
  };
  for (const file of allFiles()) {
    search(file, path.relative(work, file));
    for (const text of textsOf(file)) search(file, text);
  }
  for (const image of metadata()) search(image.SourceFile, JSON.stringify(image));
  return found;
}

const named = people.filter((person) => person.nom);
const mustNotAppear = named.filter((person) => person.sort !== 'complet');

test('people: the site has forty, of whom fifteen are withheld', () => {
  assert.equal(named.length, 40);
  assert.equal(named.filter((person) => person.sort === 'retenu').length, 15);
});

test('people: the search itself finds what is published', () => {
  const shown = named.filter((person) => person.sort === 'complet');
  const found = findings(shown);

  for (const person of shown) {
    assert.ok(found.some((line) => line.endsWith(person.fiche)), person.fiche);
  }
});

test('people: no name of anybody withheld or pseudonymised is in any byte', () => {
  assert.deepEqual(findings(mustNotAppear), []);
});

test('people: nobody withheld has a page, a card, a feed entry or a row of data', () => {
  const withheld = named.filter((person) => person.sort === 'retenu');
  const texts = allFiles().filter((file) => /\.(html|xml|json|csv|txt)$/.test(file))
    .map((file) => readFileSync(file, 'utf8'));

  for (const person of withheld) {
    const number = Number(person.fiche.slice(-2));
    assert.ok(!texts.some((text) => text.includes(`Témoignage numéro ${number}<`)
      || text.includes(`Structure ${number}<`) || text.includes(`Rôle numéro ${number}<`)
      || text.includes(`projet numéro ${number} `) || text.includes(`${person.fiche}/`)),
    person.fiche);
  }
});

test('people: outputs follow supports, one by one', () => {
  const feed = readFileSync(path.join(output, 'flux.xml'), 'utf8');
  const data = readFileSync(path.join(output, 'donnees/realisations.csv'), 'utf8');
  const atom = people.filter((person) => feed.includes(`/${person.fiche}/`));
  const rows = people.filter((person) => data.includes(`/${person.fiche}/`)
    && person.fiche.startsWith('temoignages'));
  const supports = (person) =>
    readFileSync(path.join(source, 'content', `${person.fiche}.md`), 'utf8')
      .match(/supports: \[(.*)\]/)?.[1] ?? '';

  assert.ok(atom.length > 5 && rows.length > 5);
  for (const person of atom) assert.ok(supports(person).includes('flux'), person.fiche);
  for (const person of rows) assert.ok(supports(person).includes('donnees'), person.fiche);
});

test('people: photos that nobody granted exist nowhere, the cache included', () => {
  const widths = new Set(metadata().map((image) => image['File:ImageWidth'] ?? image['RIFF:ImageWidth']));

  for (const person of people) {
    if (!person.largeur_photo) continue;
    assert.equal(widths.has(person.largeur_photo), person.photo_publiee, person.fiche);
  }
});

test('people: published pictures carry nothing but their pixels', () => {
  const images = metadata();

  assert.ok(images.length >= 14);
  // Of PNG files, what their header says; their texts would be told by other names.
  const header = /^PNG:(Image(Width|Height)|BitDepth|ColorType|Compression|Filter|Interlace)$|^PNG-pHYs:/;
  for (const image of images) {
    const kept = Object.keys(image).filter((key) => !header.test(key)
      && !/^(SourceFile|ExifTool:|System:|File:|RIFF:|Composite:|JFIF:)/.test(key));
    assert.deepEqual(kept, [], image.SourceFile);
    assert.ok(!('File:Comment' in image), image.SourceFile);
    assert.ok(!('ExifTool:Warning' in image), image.SourceFile);
  }
});

test('people: publish, withdraw, publish again into the same folder', () => {
  const leaving = named.filter((person) => person.sort === 'complet').slice(0, 6);
  for (const person of leaving) {
    const said = run('withdraw', person.fiche, '--source', source, '--date', day);
    assert.ok(said.includes(`/${person.fiche}/`));
  }

  build();

  assert.deepEqual(findings([...mustNotAppear, ...leaving]), []);
  const widths = new Set(metadata().map((image) => image['File:ImageWidth'] ?? image['RIFF:ImageWidth']));
  for (const person of leaving) assert.ok(!widths.has(person.largeur_photo), person.fiche);
});

test('people: a name that slips into a text stops the build, and the site stays as it was', () => {
  const contents = () => new Map(allFiles().map((file) => [file, readFileSync(file, 'latin1')]));
  const ofSite = (files) => [...files].filter(([file]) => file.startsWith(output + path.sep));
  const before = contents();
  const home = path.join(source, 'content/accueil.md');
  const text = readFileSync(home, 'utf8');
  const person = mustNotAppear[3];
  writeFileSync(home, `${text}\nMerci à ${person.nom.toUpperCase()}.\n`);

  assert.throws(build, (error) => {
    const said = error.stderr.toString() + error.stdout.toString();
    assert.equal(error.status, 1);
    assert.ok(said.includes('PES0077') && said.includes('content/accueil.md'));
    assert.ok(!bare(said).includes(bare(person.nom)));
    return true;
  });
  const left = contents();
  assert.deepEqual(ofSite(left), ofSite(before));
  // The spare may go, but nothing comes.
  for (const [file, text] of left) assert.equal(text, before.get(file), file);
});
