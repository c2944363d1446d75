// A site with everything that makes pages hard to lay out: more records than a page holds, titles
// and names that go on, words that do not break, photos or none, a programme without records.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';

const names = ['dla', 'creation', 'territoires', 'vide'];
const long = 'Une épicerie associative, coopérative, solidaire et itinérante, qui relie les habitantes et les '
  + 'habitants de douze communes';
const forty = Array.from({ length: 40 }, (_, i) => ['Fédération', 'départementale', 'des', 'œuvres'][i % 4])
  .join(' ');
const unbreakable = 'Intercommunautairementanticonstitutionnellementparlant';
const paragraph = 'L’association a bâti son projet avec les habitants du quartier. Elle a revu sa gouvernance, '
  + 'son modèle économique et la façon dont ses salariés travaillent avec les bénévoles : « cela change tout », '
  + 'disent-ils.';

const places = ['Dijon', 'Chenôve', 'Mâlain', 'Nuits-Saint-Georges', 'Saint-Jean-de-Losne', 'Beaune',
  'Le Creusot – Montceau-les-Mines et son agglomération'];

const site = `titre: Les voix du réseau
description: Un site d’essai où tout est long, nombreux ou manquant.
organisation: Le réseau d’essai
base_url: https://riche.exemple.org/
indicateurs:
  - {id: personnes, un: personne accompagnée, plusieurs: personnes accompagnées dans le montage de leur projet, comptage: une personne compte une fois, arrondi: 100}
  - {id: structures, un: structure créée, plusieurs: structures créées, comptage: une structure compte une fois, arrondi: 10, personnes: non}
  - {id: adherents, un: structure adhérente, plusieurs: structures adhérentes, comptage: à jour de cotisation au 31 décembre, nature: stock, personnes: non}
  - {id: insertion, un: des personnes en emploi six mois après, plusieurs: des personnes en emploi six mois après, comptage: les réponses à l’enquête, nature: taux}
licence: {nom: etalab-2.0, titre: Licence Ouverte 2.0, adresse: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"}
consentement: {duree: P3Y, duree_max: P5Y, publication_existante: refuser}
mentions_legales:
  editeur: Le réseau d’essai, association
  siege: 1 rue de l’Essai, 21000 Dijon
  telephone: indiqué au siège
  directeur_publication: La présidence
  hebergeur: Un hébergeur, 2 rue du Serveur, 21000 Dijon
`;

function programme(name, rank) {
  return `---
titre: ${rank === 0 ? 'Dispositif local d’accompagnement des associations employeuses' : `Programme « ${name} »`}
${rank === 0 ? 'sigle: DLA\n' : ''}accroche: Accompagner celles et ceux qui entreprennent autrement
ordre: ${rank + 1}
couleur: ${['terre', 'prune', 'ocean', 'foret'][rank]}
---

${paragraph}
`;
}

const common = (i) => `dispositif: ${names[i % 3]}
territoire: ${places[i % places.length]}
themes: [${['culture', 'emploi', 'alimentation et circuits courts'].slice(0, 1 + (i % 3)).join(', ')}]
date: ${2019 + (i % 7)}-0${1 + (i % 9)}-15
impact: {personnes: ${3 + (i % 9)}, structures: 1}
`;

const photo = (i) => `photo:
  fichier: photo-${i % 3}.png
  alt: Un paysage de collines, version ${i % 3}
  legende: Les collines vues depuis l’atelier
  credit: Le réseau d’essai
  point_focal: {x: 40, y: 60}
`;

function testimonial(i) {
  const titles = [`${long} (${i})`, `L’atelier numéro ${i}`, `${unbreakable} ${i}`];
  return `---
titre: "${titles[i % 3]}"
structure: ${i % 4 ? `Structure ${i}` : forty}
forme: ${i % 2 ? 'recit' : 'citation'}
auteur: L’équipe de l’atelier ${i}
fonction: Responsable de la coordination territoriale
${common(i)}site_web: https://structure-${i}.exemple.org/une/adresse/assez/longue/pour/deborder
${i % 2 ? photo(i) : ''}${i === 0 ? 'anciennes_adresses: [/ancienne/adresse/]\n' : ''}consentement:
  base: accord-ecrit
  recueilli_le: 2025-06-01
  duree: P3Y
  preuve: REG-${100 + i}
  portee: {nom: complet, photo: oui}
  supports: [site, flux, donnees]
---

${paragraph}

## ${i % 3 ? 'Ce qui a changé' : long}

- Une liste d’actions
- Un deuxième élément, avec [un lien vers les chiffres](/chiffres/)

> Nous avons ${i === 7 ? 'mis en œuvre une ressourcerie' : 'retrouvé le temps de penser'}.

${paragraph}
`;
}

function project(i) {
  const steps = ['Diagnostic', 'Ateliers avec les habitants', 'Étude de faisabilité', 'Ouverture du lieu']
    .map((name, rank) => `  - {titre: "${name}", date: 202${rank}-03-01, etat: ${['fait', 'fait', 'en-cours', 'a-venir'][rank]}}`)
    .join('\n');
  return `---
titre: ${i % 2 ? `Projet ${i}` : `${long}, projet ${i}`}
statut: ${['en-cours', 'termine', 'abandonne'][i % 3]}
debut: 2020-03-01
fin: 2024-03-01
partenaires: [Le Bureau des associations, Un réseau national de recherche et d’action, ${unbreakable}]
${i % 4 ? `etapes:\n${steps}\n` : ''}${common(i)}${i % 3 ? photo(i) : ''}---

${paragraph}
`;
}

const statement = (year) => `---
titre: Bilan ${year}
annee: ${year}
date: ${year + 1}-04-15
chiffres:
  personnes: ${300 + (year % 7) * 20}
  structures: {valeur: 50, precision: pres-de}
  adherents: ${60 + (year % 10)}
  insertion: {numerateur: 45, denominateur: 60, cohorte: ${year - 1}}
par_dispositif:
  dla: {personnes: 120}
  creation: {personnes: 90}
  territoires: {personnes: 40}
source: Rapport d’activité ${year}
---

${paragraph}
`;

const text = (title, body, extra = '') => `---\ntitre: ${title}\n${extra}---\n\n${body}\n`;

// Smooth hills with some grain: about as hard to compress as a photo.
function picture(seed) {
  const png = new PNG({ width: 1400, height: 934, colorType: 2 });
  let noise = seed + 1;
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) {
      noise = (noise * 1103515245 + 12345) & 0x7fffffff;
      const hill = y > 400 + 120 * Math.sin(x / (90 + 40 * seed)) + 60 * Math.sin(x / 37);
      const at = 4 * (y * png.width + x);
      const grain = (noise >> 16) % 40;
      png.data[at] = (hill ? 70 : 190 - y / 8) + grain;
      png.data[at + 1] = (hill ? 120 - y / 20 : 210 - y / 10) + grain;
      png.data[at + 2] = (hill ? 60 : 205) + grain;
      png.data[at + 3] = 255;
    }
  }
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 1 });
}

export function writeRichSite(folder) {
  const write = (name, content) => {
    const file = path.join(folder, 'content', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  write('site.yml', site);
  write('accueil.md', text('Les voix du réseau', `${paragraph} Voici ce qui a été mis en œuvre.\n\nEn tout, {{chiffre personnes}}.`));
  write('pages/accessibilite.md', text('Accessibilité', `${paragraph}\n\n## Nous écrire\n\n${paragraph}`, 'menu: 1\n'));
  write('pages/mentions-legales.md', text('Mentions légales', paragraph, 'menu: 2\n'));
  names.forEach((name, rank) => write(`dispositifs/${name}.md`, programme(name, rank)));
  for (let i = 0; i < 40; i += 1) write(`temoignages/temoignage-${i}.md`, testimonial(i));
  for (let i = 0; i < 20; i += 1) write(`projets/projet-${i}.md`, project(i));
  for (let year = 2019; year < 2025; year += 1) write(`bilans/${year}.md`, statement(year));
  for (let i = 0; i < 3; i += 1) write(`medias/photo-${i}.png`, picture(i));
}
