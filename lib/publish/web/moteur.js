// Reads the search index that pes publishes beside this file, and searches it with MiniSearch.
// What it needs is loaded piece by piece; nothing in here knows the page.
// The format is told in search_index.h; texts are folded as in search_words.h.
import MiniSearch from './minisearch.js';

const BOOST = { titre: 6, structure: 4, auteur: 3, reperes: 3, resume: 2, texte: 1 };
const SHORTEST_PREFIX = 3;
const SHORTEST_MISSPELT = 5;

// ---- Words

const LETTER = /[\p{L}\p{N}]/u;
const INVISIBLE = /[\p{Mn}\p{Cf}]/u;
const APOSTROPHE = /['\u2019\u2018\u02BC]/;
const ELISIONS = new Set(
  ['c', 'd', 'j', 'jusqu', 'l', 'lorsqu', 'm', 'n', 'puisqu', 'qu', 'quoiqu', 's', 't']);
const LIGATURES = { œ: 'oe', æ: 'ae' };

function foldLetter(letter) {
  const bare = letter.normalize('NFD').replace(/\p{Mn}/gu, '');
  const lower = bare === 'ı' ? bare : bare.toUpperCase().toLowerCase();
  return LIGATURES[lower] ?? lower;
}

const IRREGULAR = { baux: 'bail', travaux: 'travail', vitraux: 'vitrail' };
const PLURALS = [['eaux', 'eau', 3], ['yaux', 'yau', 3], ['aux', 'al', 4], ['eux', 'eu', 3],
  ['oux', 'ou', 3], ['ss', 'ss', 3], ['s', '', 3]];

// The word with another ending, or nothing if it does not fit or too little would remain.
function replaceEnding(word, [from, to, least]) {
  const length = word.length - from.length + to.length;
  return word.endsWith(from) && length >= least
    ? word.slice(0, word.length - from.length) + to : undefined;
}

function withoutPlural(word) {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word];
  for (const plural of PLURALS) {
    const singular = replaceEnding(word, plural);
    if (singular !== undefined) return singular;
  }
  return word;
}

function withoutFeminine(word) {
  const agent = replaceEnding(word, ['trice', 'teur', 6]);
  if (agent) return agent;
  const bare = replaceEnding(word, ['e', '', 4]);
  let stem = bare ?? word;
  stem = replaceEnding(stem, ['e', '', 4]) ?? stem;
  if (bare) {
    stem = replaceEnding(stem, ['is', 'i', 4]) ?? replaceEnding(stem, ['us', 'u', 4]) ?? stem;
  }
  if (stem.length > 4 && stem.at(-1) === stem.at(-2)) stem = stem.slice(0, -1);
  return replaceEnding(stem, ['if', 'iv', 4]) ?? stem;
}

export function stemOf(word) {
  return /^[a-z]{4,}$/.test(word) ? withoutFeminine(withoutPlural(word)) : word;
}

// The words of a text: each folded, its stem, and where it stands, elided articles left out.
export function wordsOf(text, stopWords) {
  const words = [];
  let word = '';
  let start = 0;
  let end = 0;
  let open = false;
  const finish = () => {
    open = false;
    const tells = [...word].length > 1 || /^[0-9]$/.test(word);
    if (tells && !stopWords.has(word)) words.push({ folded: word, stem: stemOf(word), start, end });
    word = '';
  };
  let at = 0;
  for (const character of text) {
    const next = at + character.length;
    if (APOSTROPHE.test(character)) {
      if (open || !word) finish();
      else open = true;
    } else if (LETTER.test(character)) {
      if (open && ELISIONS.has(word)) word = '';
      open = false;
      if (!word) start = at;
      word += foldLetter(character);
      end = next;
    } else if (!INVISIBLE.test(character)) {
      finish();
    } else if (word && !open) {
      end = next;
    }
    at = next;
  }
  finish();
  return words;
}

// The text in pieces: those whose word has one of the stems are hits.
export function piecesOf(text, stems, stopWords) {
  const pieces = [];
  let at = 0;
  for (const { stem, start, end } of wordsOf(text, stopWords)) {
    if (!stems.has(stem)) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

// ---- Index

// The blocks of the dictionary that can hold `from`, or anything up to `to`.
export function blocksBetween(firsts, from, to) {
  const blocks = [];
  for (let i = 0; i < firsts.length; i += 1) {
    const ends = i + 1 < firsts.length && firsts[i + 1] <= from;
    if (!ends && firsts[i] <= to) blocks.push(i);
  }
  return blocks;
}

// Steps from one record to the next; a negative number is how often the last one has the word.
function countsOf(steps) {
  const counts = {};
  let id = 0;
  for (const step of steps) {
    if (step < 0) {
      counts[id] = -step;
    } else {
      id += step;
      counts[id] = 1;
    }
  }
  return counts;
}

function expand([term, fields]) {
  const counts = Object.entries(fields).map(([field, steps]) => [field, countsOf(steps)]);
  return [term, Object.fromEntries(counts)];
}

const verbatim = { tokenize: (term) => [term], processTerm: (term) => term };

export class Engine {
  // `load` gives the contents of a file of the index, by its name.
  constructor(load) {
    this.load = load;
    this.terms = new Map();
    this.records = new Map();
  }

  open() {
    this.opening ??= this.readHead().catch((error) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  async readHead() {
    this.head = await this.load('index.json');
    this.stopWords = new Set(this.head.mots_vides);
    this.firsts = this.head.termes.map(([first]) => first);
  }

  // What matches, best first: {hits: [{id, stems}], how}, where `how` is 'tous' if every word was
  // found, 'certains' if some were, 'proches' if only similar ones were.
  async search({ q = '', ...filters }) {
    await this.open();
    const words = wordsOf(q, this.stopWords);
    const filter = this.filterOf(filters);
    if (words.length === 0) return { hits: filter ? this.all(filter) : [], how: 'tous' };
    await this.loadTerms(words.flatMap(({ stem, folded }) => [
      ...blocksBetween(this.firsts, stem, stem),
      ...(folded.length < SHORTEST_PREFIX ? [] : this.blocksFrom(folded)),
    ]));
    const exact = words.map(exactQuery);
    const all = this.run(exact, 'AND', filter);
    if (all.length > 0) return { hits: all, how: 'tous' };
    const some = words.length > 1 ? this.run(exact, 'OR', filter) : [];
    if (some.length > 0) return { hits: some, how: 'certains' };
    return { hits: await this.searchSimilar(words, filter), how: 'proches' };
  }

  // Finds a mistake behind the third letter of a word: others may lead to blocks not looked at.
  async searchSimilar(words, filter) {
    const long = words.filter(({ stem }) => stem.length >= SHORTEST_MISSPELT);
    const beginnings = long.map(({ stem }) => stem.slice(0, SHORTEST_PREFIX));
    await this.loadTerms(beginnings.flatMap((beginning) => this.blocksFrom(beginning)));
    const similar = long.map(({ stem }) => ({ queries: [stem], fuzzy: 1 }));
    const all = this.run(similar, 'AND', filter);
    return all.length > 0 ? all : this.run(similar, 'OR', filter);
  }

  // What a result shows of these records, in the same order.
  async show(ids) {
    const { taille, blocs } = this.head.fiches;
    const wanted = new Set(ids.map((id) => Math.floor(id / taille)));
    await this.loadMissing(this.records, wanted, (n) => `fiches-${n}-${blocs[n]}.json`);
    return ids.map((id) => {
      const [titre, adresse, extrait] = this.records.get(Math.floor(id / taille))[id % taille];
      const label = ({ choix, fiches }) => choix[fiches[id]]?.[1];
      const facts = Object.entries(this.head.filtres)
        .map(([name, filter]) => [name, label(filter)]);
      return { titre, adresse, extrait, ...Object.fromEntries(facts) };
    });
  }

  blocksFrom(prefix) {
    return blocksBetween(this.firsts, prefix, `${prefix}\uFFFF`);
  }

  async loadTerms(blocks) {
    await this.loadMissing(this.terms, new Set(blocks),
      (n) => `termes-${n}-${this.head.termes[n][1]}.json`);
    if (this.indexed === this.terms.size) return;
    this.index = this.makeIndex();
    this.indexed = this.terms.size;
  }

  async loadMissing(into, numbers, nameOf) {
    const missing = [...numbers].filter((n) => !into.has(n));
    const loaded = await Promise.all(missing.map((n) => this.load(nameOf(n))));
    missing.forEach((n, i) => into.set(n, loaded[i]));
  }

  // MiniSearch's own serialisation, version 2, with the words of the blocks that are here.
  makeIndex() {
    const { nombre, champs, longueurs } = this.head;
    const ids = Array.from({ length: nombre }, (_, id) => id);
    const total = (lengths) => lengths.reduce((sum, length) => sum + length, 0);
    return MiniSearch.loadJS({
      documentCount: nombre,
      nextId: nombre,
      documentIds: { ...ids },
      fieldIds: Object.fromEntries(champs.map((name, field) => [name, field])),
      fieldLength: { ...ids.map((id) => longueurs.map((lengths) => lengths[id])) },
      averageFieldLength: longueurs.map((lengths) => total(lengths) / nombre),
      storedFields: {},
      dirtCount: 0,
      index: [...this.terms.values()].flat().map(expand),
      serializationVersion: 2,
    }, { fields: champs, ...verbatim });
  }

  run(queries, combineWith, filter) {
    const found = this.index.search({ combineWith, queries }, { boost: BOOST, filter });
    return found.map(({ id, terms }) => ({ id, stems: new Set(terms) }));
  }

  // Without words, the filters alone: in the order of the site's lists.
  all(filter) {
    const ids = Array.from({ length: this.head.nombre }, (_, id) => ({ id, stems: new Set() }));
    return ids.filter(filter);
  }

  filterOf(wanted) {
    const codes = Object.entries(this.head.filtres)
      .filter(([name]) => wanted[name])
      .map(([name, { choix, fiches }]) =>
        [fiches, choix.findIndex(([value]) => value === wanted[name])]);
    if (codes.length === 0) return undefined;
    return ({ id }) => codes.every(([fiches, code]) => code >= 0 && fiches[id] === code);
  }
}

// A word as it stands, in any number and gender, or as the beginning of a longer one.
function exactQuery({ folded, stem }) {
  const whole = { queries: [stem] };
  if (folded.length < SHORTEST_PREFIX) return whole;
  return { combineWith: 'OR', queries: [whole, { queries: [folded], prefix: true }] };
}
