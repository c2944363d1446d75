// node cost.mjs [--program build/pes] [--kb 30] [--only NAME]
// What the worst inputs that somebody can send cost: each is made at ×1, ×2, ×4 and ×8 of a size, built, and told
// with its time, its memory and how both grow from ×4 to ×8. What grows fourfold there is quadratic. What
// counts is the growth: times depend on the machine. A row that ends in an error was refused, which is fine.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';

const root = path.resolve(import.meta.dirname, '../..');
const option = (name, other) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? other : process.argv[at + 1];
};
const program = path.resolve(option('program', path.join(root, 'build/pes')));
const unit = Number(option('kb', '30')) * 1000;
const only = option('only', '');
const longest = 20;  // seconds, then a run is stopped

const record = (body, more = '') => `---\ntitre: Un verger\ndispositif: dla\n${more}---\n\n${body}\n`;
const repeat = (text, bytes) => text.repeat(Math.max(1, Math.ceil(bytes / Buffer.byteLength(text))));
const numbered = (make, bytes) => {
  const parts = [];
  for (let size = 0, i = 0; size < bytes; i += 1) {
    parts.push(make(i));
    size += parts.at(-1).length;
  }
  return parts.join('');
};
const body = (make) => (bytes) => ({ 'content/projets/verger.md': record(make(bytes)) });
const author = (make) => (bytes) => ({ 'content/temoignages/epicerie.md': withheld(1).replace(/auteur: .*/, `auteur: ${make(bytes)}`) });
const withheld = (i) => `---\ntitre: Témoignage ${i}\nstructure: L’épicerie\nforme: citation\nauteur: Ada${i} Lovelace${i}\n`
  + 'dispositif: dla\n---\n\nUn texte.\n';
const records = (make) => (bytes) => {
  const files = {};
  for (let size = 0, i = 0; size < bytes; i += 1) {
    const [name, text] = make(i);
    files[name] = text;
    size += text.length;
  }
  return files;
};
const layout = (text) => ({ 'themes/mini/layouts/projet.mustache': `{{> tete}}\n<h1>{{page.titre}}</h1>\n${text}\n` });
const document = (name, bytes) => ({
  'content/projets/verger.md': record(`Voir [le document](../medias/${name}).`),
  'content/temoignages/epicerie.md': withheld(1),
  [`content/medias/${name}`]: bytes,
});

function pdf(content) {
  const stream = deflateSync(content);
  const objects = ['<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>',
    Buffer.concat([Buffer.from(`<</Length ${stream.length} /Filter /FlateDecode>>\nstream\n`), stream, Buffer.from('\nendstream')]),
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>'];
  let out = Buffer.from('%PDF-1.7\n');
  const places = objects.map((object, i) => {
    const at = out.length;
    out = Buffer.concat([out, Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  return Buffer.concat([out, Buffer.from(`xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer <</Size 6 /Root 1 0 R>>\n`
    + `startxref\n${out.length}\n%%EOF\n`)]);
}

const picture = (name, bytes) => ({
  'content/projets/verger.md': record('Texte.', `photo: {fichier: ${name}, alt: Un verger en fleurs}\n`),
  [`content/medias/${name}`]: bytes,
});

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function interlacedPng(side) {
  const chunk = (name, data) => {
    const named = Buffer.concat([Buffer.from(name), data]);
    const around = Buffer.alloc(8);
    around.writeUInt32BE(data.length, 0);
    around.writeUInt32BE(crc(named), 4);
    return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 16, 6, 0, 0, 1]);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  let pixels = 0;
  for (const [x, y, dx, dy] of [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]]) {
    pixels += Math.ceil((side - y) / dy) * (1 + 8 * Math.ceil((side - x) / dx));
  }
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(pixels))), chunk('IEND', Buffer.alloc(0))]);
}

// A first scan of every block, then scans that add nothing to any of them.
function progressiveJpeg(side, scans) {
  const segment = (marker, ...bytes) => Buffer.from([0xff, marker, 0, bytes.length + 2, ...bytes]);
  const blocks = (side / 8) ** 2;
  const code = [1, ...Array(15).fill(0)];
  const runs = Array.from({ length: Math.ceil(blocks / 32767) }, (_, i) => Math.min(32767, Math.max(16384, blocks - i * 32767)));
  const bits = runs.map((run) => `0${(run - 16384).toString(2).padStart(14, '0')}`).join('');
  const bytes = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1').match(/.{8}/g).map((byte) => parseInt(byte, 2));
  const data = bytes.flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte]));
  const parts = [Buffer.from([0xff, 0xd8]), segment(0xdb, 0, ...Array(64).fill(1)),
    segment(0xc2, 8, side >> 8, side & 255, side >> 8, side & 255, 1, 1, 0x11, 0),
    segment(0xc4, 0, ...code, 0), segment(0xc4, 0x10, ...code, 0xe0),
    segment(0xda, 1, 1, 0, 0, 0, 1), Buffer.alloc(Math.ceil(blocks / 8))];
  for (let i = 0; i < scans; i += 1) {
    const low = 13 - i % 14;
    parts.push(segment(0xda, 1, 1, 0, 1 + Math.floor(i / 14), 1 + Math.floor(i / 14), low === 13 ? 13 : (low + 1) << 4 | low), Buffer.from(data));
  }
  return Buffer.concat([...parts, Buffer.from([0xff, 0xd9])]);
}

const inputs = {
  'records': records((i) => [`content/projets/p${i}.md`, record(`Texte ${i}.`).replace('Un verger', `Un verger ${i}`)]),
  'records withheld': records((i) => [`content/temoignages/t${i}.md`, withheld(i)]),
  'records that link each other': records((i) => [`content/projets/p${i}.md`,
    record(`[a](p${i + 1}.md) [b](p${i + 2}.md)`).replace('Un verger', `Un verger ${i}`)]),
  'records with themes of their own': records((i) => [`content/projets/p${i}.md`,
    record('Texte.', `themes: [t${i}a, t${i}b]\nterritoire: Lieu ${i}\n`).replace('Un verger', `Un verger ${i}`)]),
  'one long line': body((n) => repeat('mot ', n)),
  'one long word': body((n) => repeat('a', n)),
  'accents apart': body((n) => repeat('e\u0301', n)),
  'paragraphs': body((n) => repeat('Un mot.\n\n', n)),
  'links': body((n) => repeat('[a](https://exemple.org/) ', n)),
  'links that lead nowhere': body((n) => numbered((i) => `[a](x${i}.md)\n\n`, n)),
  'anchors': body((n) => numbered((i) => `## T ${i}\n\n[a](#t-${i})\n\n`, n)),
  'headings that are alike': body((n) => repeat('## Titre\n\n', n)),
  'open brackets': body((n) => repeat('[', n)),
  'stars': body((n) => repeat('a**b_c*', n)),
  'backticks': body((n) => numbered((i) => `${'`'.repeat(i % 300 + 1)} a `, n)),
  'deep lists': body((n) => numbered((i) => `${'  '.repeat(i % 90)}- a\n`, n)),
  'quotes': body((n) => repeat('> ', n)),
  'pictures': body((n) => repeat('![Un arbre](../medias/a.jpg) ', n)),
  'references': body((n) => `${numbered((i) => `[r${i}]: /x${i}\n`, n / 2)}\n${numbered((i) => `[r${i}] `, n / 2)}`),
  'entities': body((n) => repeat('&amp;&eacute;', n)),
  'html': body((n) => repeat('<b>a</b> ', n)),
  'html never closed': body((n) => repeat('<!-- <? <![CDATA[ ', n)),
  'guillemets': body((n) => repeat('"a" « b', n)),
  'numbers': body((n) => repeat('12 000 000,5 % ', n)),
  'claims': body((n) => repeat('2600 personnes en 2020. ', n)),
  'phone numbers': body((n) => repeat('06 12 34 56 78 ', n)),
  'at signs': body((n) => repeat('a@', n)),
  'full stops before an at sign': body((n) => `${repeat('a.', n)}@c`),
  'brackets behind an address': body((n) => `https://exemple.org/a${repeat(')', n)}`),
  'author with brackets': author((n) => repeat('Ada (b) ', n)),
  'author with particles': author((n) => repeat('Ada de Un ', n)),
  'author with other names': author((n) => repeat('Ada née ', n)),
  'shortcuts': body((n) => repeat('{{chiffre personnes}} ', n)),
  'long title': (n) => ({ 'content/projets/verger.md': record('Texte.').replace('Un verger', repeat('mot ', n).trim()) }),
  'many values': (n) => ({ 'content/projets/verger.md': record('Texte.', `themes: [${numbered((i) => `t${i}, `, n)}x]\n`) }),
  'many old addresses': records((i) => [`content/projets/p${i}.md`,
    record('Texte.', `anciennes_adresses: [${numbered((k) => `/a${i}-${k}/, `, 600)}/b${i}/]\n`).replace('Un verger', `Un verger ${i}`)]),
  'indicators': (n) => ({ more: numbered((i) => `  - {id: i${i}, un: sorte ${i}, plusieurs: sortes ${i}, comptage: un}\n`, n) }),
  'contacts': (n) => ({ contacts: numbered((i) => `  - a${i}@exemple.org\n`, n) }),
  'media names': records((i) => [`content/medias/photo-${i}-${'x'.repeat(100)}.txt`, 'x'.repeat(100)]),
  'misspelt media': (n) => ({ ...records((i) => [`content/medias/photo-${i}.txt`, 'x'.repeat(50)])(n / 2),
    ...body((bytes) => numbered((i) => `[a](../medias/foto-${i}.txt)\n\n`, bytes))(n / 2) }),
  'template text': (n) => layout(repeat('<i>a</i>', n)),
  'template tags': (n) => layout(repeat('{{page.titre}}', n)),
  'template sections': (n) => layout(repeat('{{#fiche}}{{titre}}{{/fiche}}', n)),
  'template names unknown': (n) => layout(numbered((i) => `{{inconnu${i}}}\n`, n)),
  'template stray ends': (n) => layout(repeat('{{/page}}\n', n)),
  'template never closed': (n) => layout(repeat('{{#page}}\n', n)),
  'template braces': (n) => layout(repeat('{{{! ', n)),
  'template comments': (n) => layout(repeat('{{{! c }}}', n)),
  'partials that double': (n) => {
    const files = layout('{{> p0}}');
    for (let i = 0; i < n / 1000; i += 1) {
      files[`themes/mini/partials/p${i}.mustache`] = `{{> p${i + 1}}}{{> p${i + 1}}}`;
      files[`themes/mini/partials/p${i + 1}.mustache`] = 'x';
    }
    return files;
  },
  'partials in sections': (n) => {
    const files = layout('{{> p0}}');
    for (let i = 0; i < Math.min(28, n / 1000); i += 1) {
      files[`themes/mini/partials/p${i}.mustache`] = `{{#page}}{{> p${i + 1}}}{{/page}}{{#fiche}}{{> p${i + 1}}}{{/fiche}}`;
      files[`themes/mini/partials/p${i + 1}.mustache`] = 'x';
    }
    return files;
  },
  'picture, interlaced': (n) => picture('a.png', interlacedPng(Math.round(Math.sqrt(n * 75)))),
  'picture, scans': (n) => picture('a.jpg', progressiveJpeg(4096, Math.round(n / 2500))),
  'css rules': (n) => ({ 'themes/mini/static/style.css': repeat('a{b:url(c.png)}\n', n) }),
  'css comments': (n) => ({ 'themes/mini/static/style.css': repeat('/*', n) }),
  'css strings': (n) => ({ 'themes/mini/static/style.css': repeat('"\\', n) }),
  'css base64': (n) => ({ 'content/temoignages/epicerie.md': withheld(1), 'themes/mini/static/a.css': repeat('x;base64,', n) }),
  'svg': (n) => ({ 'content/temoignages/epicerie.md': withheld(1), 'themes/mini/static/a.svg': `<svg>${repeat('<g><!--', n)}</svg>` }),
  'text document': (n) => document('a.txt', repeat('Ada ', n)),
  'rows of cells': (n) => document('a.csv', repeat('Ada1;x;Lovelace2;Ada1\nLovelace1;', n)),
  'one row of cells': (n) => document('a.csv', repeat('Ada1;x;Lovelace1;', n)),
  'quotes of cells': (n) => document('a.csv', repeat('Ada1;"Lovelace1;""x', n)),
  'lists in lists': (n) => document('a.json', repeat('["Ada1",[["Lovelace1"],', n)),
  'objects': (n) => document('a.json', repeat('{"a":"Ada1","b":{"c":"Lovelace1"},', n)),
  'labels': (n) => document('a.yml', repeat('nom: Ada1\nprenom: Lovelace1\n', n)),
  'cells of tables': (n) => document('a.html', repeat('<tr><td>Ada1<td>x<table><td>Lovelace1', n)),
  'line ends that cut words': (n) => document('a.txt', repeat('Ada-\nlace\\\n', n)),
  'sections and readings': (n) => document('a.html', repeat('a<rt>b<![CDATA[c<br>', n)),
  'calendar': (n) => document('a.ics', repeat('A\r\n B', n)),
  'pdf text': (n) => document('a.pdf', pdf(numbered((i) => `BT /F1 9 Tf ${i % 500} ${i * 7 % 800} Td (mot${i}) Tj ET\n`, n * 5))),
  'pdf words stream': (n) => document('a.pdf', `%PDF-1.7\n${repeat('obj stream\nx', n)}\n%%EOF`),
  'pdf versions': (n) => document('a.pdf', `%PDF-1.7\n${repeat('%%EOF\n', n)}`),
};

function write(folder, files) {
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
}

function measure(files) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pes-cost-'));
  try {
    cpSync(path.join(root, 'tests/sites/minimal'), folder, { recursive: true });
    const { more = '', contacts = '', ...rest } = files;
    const site = readFileSync(path.join(folder, 'content/site.yml'), 'utf8');
    write(folder, { 'content/site.yml': site.replace('mentions_legales:', `${more}mentions_legales:`)
      + (contacts ? `contacts_autorises:\n${contacts}` : ''), ...rest });
    const told = path.join(folder, 'cost');
    const made = spawnSync('/usr/bin/time', ['-f', '%U %S %M', '-o', told, 'timeout', String(longest), program, 'build', '--source', folder, '--date',
      '2026-01-15', '--output', path.join(folder, 'public'), '--jobs', '1'], { stdio: 'ignore' });
    const [user, system, memory] = readFileSync(told, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
    return { seconds: user + system, memory, code: made.status };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

console.log('input'.padEnd(34), 'kB', ' seconds at ×1 ×2 ×4 ×8'.padEnd(32), 'growth', '  MB at ×8', 'growth', 'exit');
for (const [name, make] of Object.entries(inputs)) {
  if (!name.includes(only)) continue;
  const runs = [1, 2, 4, 8].map((times) => measure(make(unit * times)));
  const [, , before, last] = runs;
  console.log(name.padEnd(34), String(unit * 8 / 1000).padStart(3), runs.map(({ seconds }) => seconds.toFixed(2).padStart(7)).join(''),
    (last.seconds / Math.max(before.seconds, 0.01)).toFixed(1).padStart(7), (last.memory / 1000).toFixed(0).padStart(8),
    (last.memory / before.memory).toFixed(1).padStart(6), String(last.code).padStart(6));
}
