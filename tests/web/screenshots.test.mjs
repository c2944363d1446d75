// How pages look, against pictures that somebody has looked at. PES_GOLDEN=write makes them anew.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { launch, withPage } from './support/browser.mjs';
import { difference } from './support/captures.mjs';
import { publish } from './support/published_site.mjs';
import { shown } from './support/search_page.mjs';
import { repository } from './support/site.mjs';

const tolerance = 0.005;
const tallest = 1600;
const golden = fileURLToPath(new URL('captures', import.meta.url));
const found = path.join(repository, 'build/captures');

const phone = { viewport: { width: 390, height: 844 } };
const wide = { viewport: { width: 1280, height: 1024 } };
const dark = { ...wide, colorScheme: 'dark' };
const paper = { viewport: { width: 718, height: 1000 }, media: 'print' };
const captures = {
  'accueil-telephone': ['/', phone],
  'accueil-sombre': ['/', dark],
  liste: ['/temoignages/', wide],
  temoignage: ['/temoignages/temoignage-1/', wide],
  projet: ['/projets/projet-1/', wide],
  dispositif: ['/dispositifs/dla/', phone],
  chiffres: ['/chiffres/', wide],
  recherche: ['/recherche/?q=ressourcerie', phone, shown],
  'temoignage-imprime': ['/temoignages/temoignage-1/', paper],
};

const browser = await launch();
// Always of the same address, in case a page shows it.
const site = await publish('rich', { address: 'https://riche.exemple.org/sous-chemin/' });

const capture = (address, settings, ready = () => {}) =>
  withPage(browser, site.url(address), settings, async (page) => {
    await ready(page);
    // Pictures load when they come near the screen.
    await page.evaluate(() => Promise.all([...document.images].map((image) => {
      image.loading = 'eager';
      return image.decode();
    })));
    const { width } = settings.viewport;
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const bytes = await page.screenshot({
      fullPage: true, animations: 'disabled', clip: { x: 0, y: 0, width, height: Math.min(height, tallest) },
    });
    return PNG.sync.read(bytes);
  });

// They stay in the repository: sixteen shades of each colour are enough, and pack well.
function encoded(png) {
  const coarse = { ...png, data: png.data.map((shade) => 17 * Math.round(shade / 17)) };
  return PNG.sync.write(coarse, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
}

for (const [name, [address, settings, ready]] of Object.entries(captures)) {
  test(`screenshots: ${name}`, { timeout: 60_000 }, async () => {
    assert.ok(site.has(address.split('?')[0]), `no page ${address}`);
    const actual = await capture(address, settings, ready);
    const file = path.join(golden, `${name}.png`);
    if (process.env.PES_GOLDEN === 'write') {
      mkdirSync(golden, { recursive: true });
      writeFileSync(file, encoded(actual));
      return;
    }
    assert.ok(existsSync(file), `no ${file}: write it with PES_GOLDEN=write make test-web`);
    const { share, picture } = difference(PNG.sync.read(readFileSync(file)), actual);
    if (share <= tolerance) return;
    mkdirSync(found, { recursive: true });
    writeFileSync(path.join(found, `${name}.png`), encoded(actual));
    writeFileSync(path.join(found, `${name}-difference.png`), encoded(picture));
    assert.fail(`${(100 * share).toFixed(2)} % of the pixels differ: see build/captures/${name}.png and `
      + `build/captures/${name}-difference.png; if that is how it should look, PES_GOLDEN=write make test-web`);
  });
}
