// Everything that can be done, with the keyboard only.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch, withPage } from './support/browser.mjs';
import { follow, tabTo } from './support/keyboard.mjs';
import { publish } from './support/published_site.mjs';
import { field, search, shown } from './support/search_page.mjs';

const browser = await launch();
const site = await publish('rich');
const at = (page) => `/${page.url().slice(site.base.length)}`;
const screens = { 'a phone': { width: 390, height: 844 }, 'a wide screen': { width: 1280, height: 1024 } };
const slow = { timeout: 60_000 };

for (const [screen, viewport] of Object.entries(screens)) {
  test(`keyboard: the menu leads to each section on ${screen}`, slow, () =>
    withPage(browser, site.url('/'), { viewport }, async (page, noise) => {
      const menu = await page.$$eval('header nav a', (links) => links.map((link) => link.pathname));
      assert.ok(menu.length >= 4);
      for (const address of menu) {
        await tabTo(page, `header nav a[href="${address}"]`);
        await follow(page);
        assert.equal(new URL(page.url()).pathname, address);
        assert.equal(await page.getAttribute(`header nav a[href="${address}"]`, 'aria-current'), 'page');
      }
      assert.deepEqual(noise, []);
    }));
}

const stepTo = (relation) => async (page) => {
  await tabTo(page, `a[rel=${relation}]`);
  await follow(page);
};

test('keyboard: pages of a list, forth and back', slow, () =>
  withPage(browser, site.url('/temoignages/'), {}, async (page) => {
    await stepTo('next')(page);
    assert.equal(at(page), '/temoignages/page/2/');
    await stepTo('prev')(page);
    assert.equal(at(page), '/temoignages/');
  }));

test('keyboard: from record to record', slow, () =>
  withPage(browser, site.url(site.example('testimonial')), {}, async (page) => {
    const start = at(page);
    await stepTo(await page.locator('a[rel=next]').count() ? 'next' : 'prev')(page);
    assert.notEqual(at(page), start);
    assert.match(at(page), /^\/temoignages\/[^/]+\/$/);
  }));

// Links of a list other than those to its records and pages.
const filter = 'nav.filtres div:last-child a:not([aria-current])';

test('keyboard: a filter narrows a list, and says that it does', slow, () =>
  withPage(browser, site.url('/temoignages/'), {}, async (page) => {
    const records = () => page.locator('main .carte').count();
    assert.ok(await page.locator(filter).count() > 0, 'the list has filters');
    const all = await records();
    await tabTo(page, filter);
    await follow(page);
    const narrowed = await records();
    assert.ok(narrowed > 0 && narrowed <= all);
    assert.ok(await page.locator('main nav a[aria-current]').count() > 0, 'the filter is marked');
  }));

test('keyboard: details open and close', slow, () =>
  withPage(browser, site.url('/chiffres/'), {}, async (page) => {
    const open = () => page.evaluate(() => document.activeElement.closest('details').open);
    await tabTo(page, 'summary');
    const before = await open();
    await page.keyboard.press('Enter');
    assert.equal(await open(), !before);
    await page.keyboard.press('Space');
    assert.equal(await open(), before);
  }));

test('keyboard: searching, and reading what was found', slow, () =>
  withPage(browser, site.url('/recherche/'), {}, async (page, noise) => {
    await tabTo(page, field);
    await search(page, 'ressourcerie', (words) => page.keyboard.type(words));
    const [first] = await shown(page);
    await tabTo(page, `main ol a[href$="${first.address}"]`);
    await follow(page);
    assert.equal(new URL(page.url()).pathname, first.address);
    assert.match(await page.textContent('main'), /ressourcerie/);
    assert.deepEqual(noise, []);
  }));
