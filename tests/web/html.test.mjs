// Every file that browsers and feed readers parse, by the checkers that they go by.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch, withPage } from './support/browser.mjs';
import { publish, siteNames } from './support/published_site.mjs';
import { filesOf, readText } from './support/site.mjs';
import { findings } from './support/vnu.mjs';

const browser = await launch();
const sites = await Promise.all(siteNames.map((name) => publish(name)));

test('html: the Nu checker finds nothing in any page, style sheet or picture', () => {
  const files = sites.flatMap((site) =>
    ['.html', '.css', '.svg'].flatMap((extension) => filesOf(site.folder, extension)));

  assert.ok(files.length > 150);
  assert.deepEqual(findings(files), []);
});

const parsed = (page, text) => page.evaluate((xml) => {
  const found = new DOMParser().parseFromString(xml, 'application/xml');
  const { localName, namespaceURI } = found.documentElement;
  return { error: found.querySelector('parsererror')?.textContent ?? null, localName, namespaceURI };
}, text);

for (const site of sites) {
  test(`html: the feed and the sitemap of ${site.name} are well-formed`, () =>
    withPage(browser, site.url('/'), {}, async (page) => {
      const files = filesOf(site.folder, '.xml');
      // Without anything dated there is no feed.
      assert.ok(files.some((file) => file.endsWith('sitemap.xml')));
      assert.equal(files.some((file) => file.endsWith('flux.xml')), site.name !== 'content');
      for (const file of files) {
        const { error, localName, namespaceURI } = await parsed(page, readText(file));
        const expected = file.endsWith('sitemap.xml')
          ? ['urlset', 'http://www.sitemaps.org/schemas/sitemap/0.9']
          : ['feed', 'http://www.w3.org/2005/Atom'];
        assert.equal(error, null, file);
        assert.deepEqual([localName, namespaceURI], expected, file);
      }
    }));
}

test('html: what is not well-formed is noticed', () =>
  withPage(browser, sites[0].url('/'), {}, async (page) => {
    assert.notEqual((await parsed(page, '<feed><entry></feed>')).error, null);
  }));
