// The search page: it finds words however they are typed, and asks nobody outside.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch, withPage } from './support/browser.mjs';
import { eventually } from './support/keyboard.mjs';
import { publish } from './support/published_site.mjs';
import { field, results, search, shown, status } from './support/search_page.mjs';

const browser = await launch();
const site = await publish('rich');
const selects = ['dispositif', 'genre', 'annee'];

const onSearchPage = (use, settings = {}) => () =>
  withPage(browser, site.url('/recherche/'), settings, async (page, noise) => {
    await use(page);
    assert.deepEqual(noise, []);
  });
const slow = { timeout: 60_000 };
const pathOf = (address) => new URL(site.url(address)).pathname;

test('search: a field, filters and a place that speaks', slow, onSearchPage(async (page) => {
  assert.equal(await page.locator(field).count(), 1);
  assert.equal(await page.locator('[role=status]').count(), 1);
  for (const name of selects) assert.equal(await page.locator(`select[name=${name}]`).count(), 1, name);
}));

for (const [typed, written] of [['epicerie', 'épicerie'], ['oeuvre', 'œuvre'], ['associations', 'association']]) {
  test(`search: « ${typed} » finds « ${written} »`, slow, onSearchPage(async (page) => {
    const found = await search(page, typed);
    assert.ok(found.length > 0);
    assert.deepEqual(await search(page, written), found);
    const text = site.read(found[0].address.replace(pathOf('/'), '/')).toLowerCase();
    assert.ok(text.includes(written), found[0].address);
  }));
}

test('search: only what has the word is found, and its number is said', slow, onSearchPage(async (page) => {
  const found = await search(page, 'ressourcerie');
  assert.deepEqual(found.map(({ address }) => address), [pathOf('/temoignages/temoignage-7/')]);
  assert.match(await status(page), /\b(1|un)\b/i);
  assert.deepEqual(await search(page, 'zzyzx'), []);
}));

test('search: the address holds the question, and gives the answer again', slow, onSearchPage(async (page) => {
  const found = await search(page, 'epicerie');
  await page.reload();
  assert.equal(await page.inputValue(field), 'epicerie');
  assert.deepEqual(await shown(page, 'results after a reload'), found);

  await page.goto(new URL(found[0].address, page.url()).href);
  await page.goBack();
  assert.equal(await page.inputValue(field), 'epicerie');
  assert.deepEqual(await shown(page, 'results after going back'), found);
}));

for (const name of selects) {
  test(`search: the filter « ${name} » narrows what is found, and stays`, slow, onSearchPage(async (page) => {
    const found = await search(page, 'epicerie');
    const select = `select[name=${name}]`;
    const values = await page.$$eval(`${select} option`, (options) => options.map(({ value }) => value));
    const counts = [];
    for (const value of values.filter(Boolean)) {
      await page.selectOption(select, value);
      await eventually(() => page.url(), (url) => new URL(url).searchParams.get(name) === value, 'address');
      counts.push((await results(page)).length);
    }
    assert.ok(counts.length > 1 && counts.some((count) => count > 0 && count < found.length), `${counts}`);
    await page.reload();
    assert.equal(await page.inputValue(select), values.at(-1));
    await eventually(async () => (await results(page)).length, (count) => count === counts.at(-1), 'results');
  }));
}

test('search: without JavaScript, a way to the site map and no field that does nothing', slow,
  onSearchPage(async (page) => {
    assert.ok(await page.locator('main a[href$="/plan-du-site/"]').first().isVisible());
    for (const control of await page.locator('form, input, select, button').all()) {
      assert.equal(await control.isVisible(), false);
    }
  }, { javaScriptEnabled: false }));
