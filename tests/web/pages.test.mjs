// Every kind of page, as different readers have it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as audits from './support/audits.mjs';
import { launch, withPage } from './support/browser.mjs';
import { publish } from './support/published_site.mjs';

const always = [audits.accessibility, audits.headings, audits.sideways, audits.stuck, audits.animated];
const layout = [audits.spacedText, audits.smallTargets];
const modes = {
  'in light colours': {
    settings: { colorScheme: 'light', reducedMotion: 'no-preference' },
    // The keyboard first: it starts where a page starts.
    checks: [audits.skipLink, audits.keyboardWalk, ...always, ...layout, audits.plainLinks, audits.doubledText],
  },
  'in dark colours': { settings: { colorScheme: 'dark' }, checks: [...always, audits.faintFocus] },
  'at 320 px': {
    settings: { viewport: { width: 320, height: 640 } }, checks: [...always, ...layout, audits.zoomed],
  },
  'in print': { settings: { media: 'print', viewport: { width: 718, height: 1000 } }, checks: always },
  'without JavaScript': { settings: { javaScriptEnabled: false }, checks: always },
  'in forced colours': { settings: { forcedColors: 'active' }, checks: [...always, audits.faintFocus] },
};

const slow = { timeout: 60_000 };
const browser = await launch();
const rich = await publish('rich');
const content = await publish('content');

function auditPage(site, address, { settings, checks }) {
  return withPage(browser, site.url(address), settings, async (page, noise) => {
    await audits.prepare(page);
    const problems = [];
    for (const check of checks) problems.push(...await check(page));
    return [...problems, ...noise];
  });
}

describe('pages', { concurrency: 2 }, () => {
  for (const { kind, address } of rich.examples) {
    for (const [mode, how] of Object.entries(modes)) {
      test(`pages: ${kind} ${mode} (${address})`, slow, async () => {
        assert.deepEqual(await auditPage(rich, address, how), []);
      });
    }
  }

  for (const { kind, address } of content.examples) {
    test(`pages: ${kind} of our own content (${address})`, slow, async () => {
      assert.deepEqual(await auditPage(content, address, modes['in light colours']), []);
    });
  }

  test('pages: an old address leads to the new one, without JavaScript too', async () => {
    assert.ok(rich.redirects.length > 0);
    for (const address of rich.redirects) {
      await withPage(browser, rich.url(address), { javaScriptEnabled: false }, async (page, noise) => {
        await page.waitForURL((url) => url.pathname !== new URL(rich.url(address)).pathname);
        assert.equal(await page.locator('h1').count(), 1);
        assert.deepEqual(noise, []);
      });
    }
  });

  test('pages: an unknown address, however deep, shows the page for it as it should look', async () => {
    await withPage(browser, rich.url('/temoignages/nulle/part/'), {}, async (page, noise) => {
      assert.match(await page.textContent('h1'), /introuvable/i);
      assert.deepEqual(noise.filter((line) => !/404/.test(line)), []);
      assert.equal(await page.evaluate(() => document.styleSheets.length), 1);
    });
  });
});

// Titles end with the name of the site, which is the title of the home page.
const titled = (site) => withPage(browser, site.url('/'), {}, (page) => page.evaluate(
  (pages) => pages.map(([address, html]) => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const crumbs = [...parsed.querySelectorAll('nav ol a')].map((link) => link.textContent.trim());
    const heading = parsed.querySelector('h1');
    return { address, title: parsed.title, section: crumbs[1], heading: heading?.textContent.trim() };
  }),
  site.pages.map((address) => [address, site.read(address)]),
));
const plain = (text) => text.replaceAll(/[\s\u00a0\u202f\u00ad]+/g, ' ');

for (const site of [rich, content]) {
  test(`pages: titles of ${site.name} are unique, « Page – Section – Site »`, async () => {
    const pages = await titled(site);
    const name = pages.find(({ address }) => address === '/').title;

    assert.equal(new Set(pages.map(({ title }) => title)).size, pages.length);
    for (const { address, title, section, heading } of pages.filter((page) => page.address !== '/')) {
      const end = section ? ` – ${section} – ${name}` : ` – ${name}`;
      assert.ok(plain(title).endsWith(plain(end)), `${address}: ${title}`);
      assert.ok(plain(title).startsWith(plain(heading).split(' (')[0]), `${address}: ${title}`);
    }
  });
}
