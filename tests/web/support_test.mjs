// A check that cannot fail checks nothing: each is shown a page that is broken on purpose, and one that is not.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { PNG } from 'pngjs';
import * as audits from './support/audits.mjs';
import { launch, withPage } from './support/browser.mjs';
import { difference } from './support/captures.mjs';
import { tabTo } from './support/keyboard.mjs';
import { kindOf } from './support/published_site.mjs';
import { parseHeaders, serve } from './support/server.mjs';
import { temporaryFolder } from './support/site.mjs';
import { findings } from './support/vnu.mjs';

const folder = temporaryFolder('essai');
const server = await serve(folder, '/sous-chemin/');
after(server.close);
const browser = await launch();

const style = `body { font: 1rem/1.5 sans-serif; overflow-wrap: anywhere }
  :focus-visible { outline: 3px solid } .skip { position: absolute; top: -9rem } .skip:focus { top: 0 }
  nav a { display: inline-block; padding-block: 0.75rem; } main > p > a:only-child { display: inline-block }`;
const page = ({ css = '', body = '', main = '', skip = '#m' } = {}) => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Une page</title>
<meta name="viewport" content="width=device-width"><style>${style}${css}</style></head>
<body><a class="skip" href="${skip}">Aller au contenu</a>
<header><nav aria-label="Menu"><a href="/">Accueil</a></nav></header>
<main id="m" tabindex="-1"><h1>Une page</h1><p>Une phrase avec <a href="/a">un lien</a> dedans.</p>${main}</main>
${body}</body></html>`;

function write(name, text) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
  return `${server.origin}/sous-chemin/${name}`;
}

const opened = (html, use, settings = {}) =>
  withPage(browser, write('page.html', html), settings, async (tab, noise) => {
    await audits.prepare(tab);
    return use(tab, noise);
  });

const narrow = { viewport: { width: 320, height: 640 } };
const broken = [
  ['accessibility', { main: '<img src="data:," ><p style="color: #aaa">Pâle</p>' }, /image-alt[\s\S]*color-contrast|color-contrast[\s\S]*image-alt/],
  ['accessibility', { main: '<img src="data:,">' }, /image-alt/, { javaScriptEnabled: false }],
  ['headings', { main: '<h1>Encore</h1>' }, /2 h1/],
  ['sideways', { main: '<p style="width: 400px">Large</p>' }, /scrolls sideways: .*« Large »/, narrow],
  ['zoomed', { main: '<p style="width: 330px">Large</p>' }, /at 400 %/],
  ['stuck', { css: 'header { position: sticky; top: 0 }' }, /header/],
  ['animated', { css: '@keyframes k { to { opacity: 0.5 } } h1 { animation: k 9s infinite }' }, /moves: h1/],
  ['clipped', { main: '<p style="height: 1rem; overflow: hidden">Deux<br>lignes</p>' }, /cut off: p/],
  ['clipped', { main: '<svg width="20" height="20"><text y="9">Trop long</text></svg>' }, /cut off: text/],
  ['spacedText', { main: '<p style="height: 1.6em; width: 4.5em; overflow: hidden">Un deux</p>' }, /spaced text, cut off/],
  ['doubledText', { main: '<p style="font-size: 16px">Fixe</p>' }, /200 %, text does not grow: p « Fixe »/],
  ['smallTargets', { css: 'nav a { padding: 0 }' }, /not 44: a « Accueil »/],
  ['smallTargets', { main: '<p><a href="/b">Seul</a></p>', css: 'p { font-size: 12px }' }, /not 24: a « Seul »/],
  ['smallTargets', { main: '<button style="width: 20px; height: 20px; padding: 0"></button>' }, /20 × 20 px/],
  ['plainLinks', { css: 'a { text-decoration: none }' }, /link like any text: a « un lien »/],
  ['faintFocus', { css: 'a:focus-visible { outline: 1px solid }' }, /cannot be seen: a « un lien »/],
  ['faintFocus', { css: 'a:focus-visible { outline: 3px solid transparent }' }, /cannot be seen/],
  ['keyboardWalk', { css: 'a:focus-visible { outline: none }' }, /cannot be seen: a « un lien »/],
  ['keyboardWalk', { main: '<p><a href="/b" tabindex="1">Avant</a></p>' }, /out of order/],
  ['keyboardWalk', { main: '<p><a href="/b" style="position: absolute; left: -99px">Caché</a></p>' }, /out of sight/],
  ['keyboardWalk', { main: '<button onfocus="this.blur()">Piège</button>' }, /not reached by the keyboard: button/],
  ['skipLink', { skip: '/ailleurs' }, /no visible skip link/],
  ['skipLink', { css: '.skip:focus { top: -9rem }' }, /no visible skip link/],
  ['skipLink', { skip: '#rien' }, /does not lead/],
];

for (const [audit, parts, expected, settings] of broken) {
  test(`support: ${audit} notices ${expected}`, async () => {
    const found = await opened(page(parts), audits[audit], settings);
    assert.match(found.join('\n'), expected);
  });
}

test('support: nothing is wrong with a page where nothing is wrong', async () => {
  for (const audit of new Set(broken.map(([known]) => known))) {
    assert.deepEqual(await opened(page(), audits[audit]), [], audit);
  }
});

test('support: a link larger than its text is as large as it is', () =>
  opened(page({ main: `<div style="position: relative; padding: 1rem"><h2 style="margin: 0"><a href="/b"
    class="large">Fiche</a></h2></div>`, css: '.large::after { content: ""; position: absolute; inset: 0 }' }),
  async (tab) => assert.deepEqual(await audits.smallTargets(tab), [])));

test('support: what a page says, asks elsewhere or does not get is heard', () =>
  opened(page({ main: `<script>console.info('bonjour'); throw new Error('oups')</script>
    <img alt="" src="rien.png"><img alt="" src="http://127.0.0.1:9/ailleurs.png">` }), async (_, noise) => {
    for (const expected of [/console: bonjour/, /error: oups/, /404: .*rien\.png/, /other origin: .*ailleurs/, /failed: .*ailleurs/]) {
      assert.ok(noise.some((line) => expected.test(line)), `${expected} in ${noise}`);
    }
  }));

test('support: the keyboard says what it does not reach', () =>
  opened(page(), (tab) => assert.rejects(tabTo(tab, 'select', 5), /does not reach select.*un lien/s)));

test('support: the checker sees mistakes in pages and in style sheets', () => {
  write('faute.html', page({ main: '<p><div></p>' }));
  write('faute.css', 'p { colour: red }');
  const found = findings([path.join(folder, 'faute.html'), path.join(folder, 'faute.css')]);
  assert.ok(found.some((line) => /faute\.html:\d/.test(line)) && found.some((line) => /faute\.css:\d/.test(line)), `${found}`);
});

test('support: two pictures are as different as their pixels', () => {
  const blank = (height) => Object.assign(new PNG({ width: 100, height }), {});
  const [one, other] = [blank(100), blank(100)];
  one.data.fill(255);
  other.data.fill(255);
  assert.equal(difference(one, other).share, 0);
  other.data.fill(0, 0, 4 * 100);
  for (let i = 3; i < 400; i += 4) other.data[i] = 255;
  assert.equal(difference(one, other).share, 0.01);
  const longer = blank(200);
  longer.data.fill(255);
  for (let i = 4 * 10000; i < longer.data.length; i += 1) longer.data[i] = i % 4 === 3 ? 255 : 0;
  assert.equal(difference(one, longer).share, 0.5);
});

test('support: the server answers like a static host', async () => {
  write('_headers', '# Pour tous\n/*\n  X-Essai: oui\n  Referrer-Policy: no-referrer\n\n/dossier/*\n  X-Dossier: 1\n');
  write('dossier/index.html', page());
  write('404.html', page({ main: 'Introuvable' }));
  const own = await serve(folder, '/sous-chemin/');
  try {
    const get = (address, options) => fetch(`${own.origin}/sous-chemin/${address}`, options);
    const found = await get('dossier/');
    assert.equal(found.headers.get('content-encoding'), 'gzip');
    assert.equal(found.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.deepEqual(['x-essai', 'x-dossier'].map((name) => found.headers.get(name)), ['oui', '1']);
    assert.equal((await get('dossier', { redirect: 'manual' })).status, 301);
    const missing = await get('nulle/part/');
    assert.equal(missing.status, 404);
    assert.match(await missing.text(), /Introuvable/);
    assert.equal(missing.headers.get('x-dossier'), null);
    assert.equal((await fetch(`${own.origin}/`)).status, 404);
    assert.equal((await get('..%2f..%2fetc/passwd')).status, 404);
  } finally {
    own.close();
  }
  assert.equal(parseHeaders('/a.b\n  X: 1')[0].pattern.test('/aXb'), false);
});

test('support: pages have their kinds', () => {
  const kinds = ['/', '/projets/', '/projets/a/', '/temoignages/page/2/', '/annees/2024/', '/recherche/', '/a/b/c/'];
  assert.deepEqual(kinds.map(kindOf), ['home', 'list', 'project', 'list, page 2', 'year', 'search', 'other']);
});
