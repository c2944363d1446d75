// node corpus.mjs N FOLDER: writes the content of a site of N records (two thirds testimonials, one third
// projects) with ten yearly statements, three programmes and two pages. Record i of a kind is the same
// whatever N is. Every name is invented.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// A stream of numbers from a text: Mulberry32, seeded by FNV-1a.
class Dice {
  constructor(seed) {
    this.state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0), 0x01000193), 0x811c9dc5);
  }

  next() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  between(least, most) { return least + Math.floor(this.next() * (most - least + 1)); }

  of(list) { return list[Math.floor(this.next() * list.length)]; }

  chance(probability) { return this.next() < probability; }

  some(list, count) {
    const left = [...list];
    return Array.from({ length: count }, () => left.splice(Math.floor(this.next() * left.length), 1)[0]);
  }
}

const programmes = { amorce: 'Amorce', elan: 'Élan', relais: 'Le Relais des territoires' };
const cross = (first, second) => first.flatMap((a) => second.map((b) => `${a}${b}`));
const places = cross(['Mont', 'Val', 'Roche', 'Pré', 'Saint-', 'Font'],
  ['bérault', 'dorne', 'lézan', 'Mirel', 'garance', 'vesles', 'Aubin-d’Orge', 'clair', 'hérisse', 'œuvre']);
const themes = ['alimentation', 'mobilité', 'numérique', 'réemploi', 'petite enfance', 'habitat', 'énergie', 'santé',
  'culture', 'insertion', 'forêt', 'textile', 'handicap', 'tourisme', 'aide à domicile', 'éducation', 'agriculture',
  'égalité', 'sport', 'patrimoine', 'médias', 'quartiers', 'ruralité', 'gouvernance'];
const firstNames = ['Abel', 'Berthe', 'Cyprien', 'Denise', 'Éloi', 'Flavie', 'Gaspard', 'Honorine', 'Isidore', 'Jeanne',
  'Lazare', 'Maëlys', 'Nestor', 'Ophélie', 'Prosper', 'Quitterie', 'Romuald', 'Solène', 'Tancrède', 'Victorine'];
const lastNames = cross(['Bar', 'Cor', 'Del', 'Fau', 'Gri', 'Lam', 'Mor', 'Pel', 'Rou', 'Ver'],
  ['dier', 'nault', 'vigne', 'maison', 'celin', 'sac', 'tier', 'zane', 'quet', 'bois']);
const roles = ['présidente', 'trésorier', 'directrice', 'salariée', 'bénévole', 'coordinateur', 'cofondatrice', 'gérant'];
const kinds = ['Épicerie', 'Recyclerie', 'Café', 'Atelier', 'Jardin', 'Garage', 'Crèche', 'Fournil', 'Fabrique', 'Théâtre',
  'Verger', 'Cantine', 'Lavoir', 'Chantier', 'Relais', 'Fournil'];
const names = ['des Saules', 'du Pont', 'de l’Ormeau', 'des Voisins', 'du Marché', 'de la Source', 'des Collines', 'du Canal',
  'de la Gare', 'des Forges', 'du Moulin', 'de l’Écluse', 'des Halles', 'du Bocage', 'de la Place', 'des Vignes'];
const partners = cross(['Commune de ', 'Fondation ', 'Agence de '], places.slice(0, 8));

const subjects = ['L’équipe', 'Le conseil', 'La commune', 'Chaque bénévole', 'Le collectif', 'La coopérative', 'Notre voisine',
  'Une salariée', 'Le comptable', 'L’association', 'La trésorière', 'Un groupe d’habitants'];
const verbs = ['a rouvert le local', 'a compté ses forces', 'a revu les tarifs', 'a trouvé deux financeurs',
  'a formé les nouveaux venus', 'a écrit une charte', 'a pris le temps de choisir', 'a appris à déléguer',
  'a vendu le vieux camion', 'a doublé les permanences', 'a invité les élus', 'a changé d’avis'];
const ends = ['sans perdre son âme', 'en moins de six mois', 'avec un appui extérieur', 'malgré l’hiver',
  'pour que chacun s’y retrouve', 'et personne ne le regrette', 'à la surprise générale', 'après trois réunions',
  'comme convenu au départ', 'grâce au réseau', 'au prix de longues soirées', 'en partant des besoins'];
const asides = ['Il restait à le faire savoir.', 'Ce n’était pas gagné.', 'Les comptes sont à l’équilibre.',
  'On s’y est repris à deux fois.', 'C’est un **vrai tournant**.', 'La *confiance* est revenue.',
  'Le reste a suivi.', 'D’autres ont demandé la recette.'];
const headings = ['D’où nous partons', 'Ce que nous avons tenté', 'Et après ?', 'Ce qui a coincé', 'Ce qui reste'];
const items = ['un local plus grand', 'des horaires du soir', 'un **budget** lisible', 'une équipe stable', 'des statuts relus',
  'un prêt d’honneur', 'deux contrats aidés', 'une adresse connue', 'un atelier *mensuel*', 'des outils partagés'];
const links = ['[les autres témoignages](/temoignages/)', '[tous les projets](/projets/)', '[ce dispositif](/dispositifs/elan/)',
  '[le bilan](/bilans/bilan-2024/)', '[ce guide](https://guide.exemple.invalid/)'];

const day = (dice, first, last) => new Date(Date.UTC(dice.between(first, last), dice.between(0, 11), dice.between(1, 28)));
const iso = (date) => date.toISOString().slice(0, 10);
const fileName = (title, i) => `${title.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '').toLowerCase()
  .replaceAll('œ', 'oe').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 50)}-${String(i).padStart(5, '0')}`;

function paragraph(dice) {
  const sentences = [];
  for (let i = dice.between(2, 5); i > 0; i -= 1) {
    sentences.push(dice.chance(0.25) ? dice.of(asides)
      : `${dice.of(subjects)} ${dice.of(verbs)}${dice.chance(0.7) ? `, ${dice.of(ends)}` : ''}.`);
  }
  if (dice.chance(0.25)) sentences.push(`À lire aussi : ${dice.of(links)}.`);
  return sentences.join(' ');
}

// About 280 words.
function body(dice) {
  const blocks = [paragraph(dice)];
  for (let i = dice.between(8, 14); i > 0; i -= 1) {
    const form = dice.next();
    if (form < 0.15) blocks.push(`${dice.some(items, dice.between(3, 5)).map((item) => `- ${item}`).join('\n')}`);
    else if (form < 0.25) blocks.push(`> ${dice.of(asides)}`);
    else if (form < 0.4) blocks.push(`## ${dice.of(headings)}`, paragraph(dice));
    else blocks.push(paragraph(dice));
  }
  return `${blocks.join('\n\n')}\n`;
}

const list = (name, values) => [`${name}:`, ...values.map((value) => `  - ${value}`)];
const impact = (dice) => ['impact:', `  personnes: ${dice.between(4, 400)}`,
  ...(dice.chance(0.5) ? [`  structures: ${dice.between(1, 9)}`] : []),
  ...(dice.chance(0.5) ? [`  emplois: ${dice.between(1, 40)}`] : [])];
const record = (fields, text) => `---\n${fields.join('\n')}\n---\n\n${text}`;

function testimonial(i) {
  const dice = new Dice(`temoignage ${i}`);
  const structure = `${dice.of(kinds)} ${dice.of(names)} ${i}`;
  const title = `${structure}, ${dice.of(ends)}`;
  const given = day(dice, 2025, 2025);
  return [`temoignages/${fileName(title, i)}.md`, record([
    `titre: "${title}"`, `structure: ${structure}`, 'forme: citation',
    `auteur: ${dice.of(firstNames)} ${dice.of(lastNames)}`, `fonction: ${dice.of(roles)}`,
    `dispositif: ${dice.of(Object.keys(programmes))}`, `territoire: ${dice.of(places)}`,
    `date: ${iso(day(dice, 2010, 2024))}`, ...list('themes', dice.some(themes, dice.between(1, 4))), ...impact(dice),
    'consentement:', '  base: accord-ecrit', `  recueilli_le: ${iso(given)}`, `  expire_le: ${given.getUTCFullYear() + 5}-01-31`,
    `  preuve: REG-${given.getUTCFullYear()}-${i}`,
  ], body(dice))];
}

function project(i) {
  const dice = new Dice(`projet ${i}`);
  const title = `${dice.of(kinds)} ${dice.of(names)} ${i} à ${dice.of(places)}`;
  const begun = day(dice, 2010, 2022);
  return [`projets/${fileName(title, i)}.md`, record([
    `titre: "${title}"`, `dispositif: ${dice.of(Object.keys(programmes))}`, `territoire: ${dice.of(places)}`,
    `statut: ${dice.chance(0.6) ? 'termine' : 'en-cours'}`, `debut: ${iso(begun)}`,
    `fin: ${begun.getUTCFullYear() + 2}-06-30`, `date: ${begun.getUTCFullYear() + 1}-03-15`,
    ...list('partenaires', dice.some(partners, dice.between(1, 4)).map((name) => `"${name}"`)),
    ...list('themes', dice.some(themes, dice.between(1, 4))), ...impact(dice),
  ], body(dice))];
}

function* others() {
  yield ['site.yml', `titre: Le réseau des essais
description: Les réalisations d’un réseau qui n’existe pas.
organisation: Le réseau des essais
base_url: https://essais.exemple.invalid/
indicateurs:
  - {id: personnes, un: personne accompagnée, plusieurs: personnes accompagnées, comptage: une fois, arrondi: 100}
  - {id: structures, un: structure créée, plusieurs: structures créées, comptage: une fois, personnes: non}
  - {id: emplois, un: emploi consolidé, plusieurs: emplois consolidés, comptage: une fois}
consentement: {duree: P5Y, duree_max: P6Y}
mentions_legales: {editeur: Le réseau, siege: Une rue, telephone: indiqué au siège, directeur_publication: La présidence, hebergeur: Un hébergeur}
`];
  yield ['accueil.md', record(['titre: Le réseau des essais', 'resume: Un réseau pour mesurer.'], 'Bienvenue.\n')];
  for (const [name, title] of Object.entries(programmes)) {
    yield [`dispositifs/${name}.md`, record([`titre: ${title}`], body(new Dice(name)))];
  }
  for (let year = 2015; year < 2025; year += 1) {
    yield [`bilans/bilan-${year}.md`, record([`titre: Bilan ${year}`, `annee: ${year}`, `date: ${year}-12-31`,
      'chiffres: {personnes: 90000000, structures: 9000000, emplois: 9000000}', 'source: Rapport d’activité'],
    body(new Dice(`bilan ${year}`)))];
  }
  for (const name of ['mentions-legales', 'accessibilite']) {
    yield [`pages/${name}.md`, record([`titre: ${name}`], body(new Dice(name)))];
  }
}

function* records(count) {
  yield* others();
  const testimonials = Math.ceil((2 * count) / 3);
  for (let i = 1; i <= testimonials; i += 1) yield testimonial(i);
  for (let i = 1; i <= count - testimonials; i += 1) yield project(i);
}

const [count, folder] = process.argv.slice(2);
for (const name of ['temoignages', 'projets', 'dispositifs', 'bilans', 'pages']) {
  mkdirSync(path.join(folder, name), { recursive: true });
}
for (const [name, text] of records(Number(count))) writeFileSync(path.join(folder, name), text);
