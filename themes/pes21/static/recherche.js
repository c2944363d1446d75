// The search page: what is typed goes to the engine that pes publishes beside the index, and what
// it finds becomes a list. The address always says what is asked.
import { Engine, piecesOf } from './recherche/moteur.js';

const RESULTS_AT_ONCE = 20;
const PAUSE = 250;

const root = new URL('.', import.meta.url);
const form = document.getElementById('_recherche');
const fields = ['q', 'dispositif', 'genre', 'annee'].filter((name) => form.elements[name]);
const message = document.getElementById('_reponse');
const list = document.getElementById('_resultats');
const more = document.getElementById('_suite');

const engine = new Engine(async (name) => {
  // The head names the other files, whose names change with their contents.
  const cache = name === 'index.json' ? 'no-cache' : 'default';
  const response = await fetch(new URL(`recherche/${name}`, root), { cache });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
});

const numberOf = new Intl.NumberFormat('fr-FR');
let found = { hits: [], how: 'tous' };
let turn = 0;
let waiting;
let settled = true;  // What the address asks was sent or restored, and is no longer being typed.

function asked() {
  const filled = fields.map((name) => [name, form.elements[name].value.trim()]);
  return Object.fromEntries(filled.filter(([, value]) => value));
}

function addressOf(query) {
  const parameters = new URLSearchParams(query).toString();
  return location.pathname + (parameters && `?${parameters}`);
}

// One step back leads to the question before, however many keys were pressed for this one.
function remember(done) {
  const address = addressOf(asked());
  if (address !== location.pathname + location.search) {
    if (settled) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    settled = false;
  }
  settled ||= done;
}

function fillForm() {
  const parameters = new URLSearchParams(location.search);
  for (const name of fields) form.elements[name].value = parameters.get(name) ?? '';
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function marked(text, stems) {
  return piecesOf(text, stems, engine.stopWords)
    .map(({ text: piece, hit }) => (hit ? element('mark', { textContent: piece }) : piece));
}

function resultOf({ titre, adresse, extrait, genre, dispositif, annee }, stems) {
  const link = element('a', { href: new URL(adresse, root) }, ...marked(titre, stems));
  const facts = [genre, dispositif, annee].filter(Boolean)
    .map((fact) => element('span', { textContent: fact }));
  return element('li', {}, element('h2', {}, link), element('p', { className: 'meta' }, ...facts),
    ...(extrait ? [element('p', {}, ...marked(extrait, stems))] : []));
}

function answer(query) {
  const count = found.hits.length;
  const about = query.q ? ` pour «\u202F${query.q}\u202F»` : '';
  if (count === 0) {
    return `Aucun résultat${about}. Essayez un autre mot, ou retirez un filtre.`;
  }
  const results = `${numberOf.format(count)} ${count > 1 ? 'résultats' : 'résultat'}${about}`;
  if (found.how === 'certains') return `${results}\u00A0: aucune page n’a tous ces mots.`;
  if (found.how === 'proches') {
    return `${results}\u00A0: aucune page n’a ces mots, en voici de proches.`;
  }
  return `${results}.`;
}

async function showMore() {
  const mine = turn;
  const from = list.children.length;
  const hits = found.hits.slice(from, from + RESULTS_AT_ONCE);
  const records = await engine.show(hits.map(({ id }) => id));
  if (mine !== turn) return;
  list.append(...records.map((record, i) => resultOf(record, hits[i].stems)));
  more.hidden = list.children.length >= found.hits.length;
}

// Answers come in the order in which files arrive: only the last question counts.
async function search() {
  clearTimeout(waiting);
  turn += 1;
  const mine = turn;
  const query = asked();
  list.ariaBusy = 'true';
  try {
    const result = await engine.search(query);
    if (mine !== turn) return;
    found = result;
    list.replaceChildren();
    await showMore();
    if (mine !== turn) return;
    message.textContent = Object.keys(query).length > 0 ? answer(query) : '';
    list.ariaBusy = 'false';
  } catch {
    if (mine === turn) fail();
  }
}

function fail() {
  list.replaceChildren();
  list.ariaBusy = 'false';
  more.hidden = true;
  message.textContent = 'La recherche n’a pas pu être chargée. Vérifiez votre connexion, puis '
    + 'rechargez la page. Le plan du site mène aussi à toutes les pages.';
}

function typed() {
  clearTimeout(waiting);
  list.ariaBusy = 'true';
  waiting = setTimeout(() => {
    remember(false);
    search();
  }, PAUSE);
}

form.addEventListener('input', typed);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  remember(true);
  search();
});
more.addEventListener('click', async () => {
  const first = list.children.length;
  try {
    await showMore();
    list.children[first]?.querySelector('a').focus();
  } catch {
    fail();
  }
});
addEventListener('popstate', () => {
  settled = true;
  fillForm();
  search();
});

form.hidden = false;
fillForm();
if (Object.keys(asked()).length > 0) search();
else form.addEventListener('focusin', () => engine.open().catch(() => {}), { once: true });
