// What pages weigh, and what they come with.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { launch, withPage } from './support/browser.mjs';
import { publish } from './support/published_site.mjs';
import { filesOf, readText } from './support/site.mjs';

const lists = ['home', 'list', 'list, page 2', 'filtered list', 'index', 'programme', 'territory', 'theme', 'year',
  'statements', 'figures', 'site map', 'search'];
const budget = (kind) => (lists.includes(kind)
  // The page of figures says in a table what each chart shows.
  ? { elements: kind === 'figures' ? Infinity : 370, requests: 6, html: 15_000, total: 250_000 }
  : { elements: 300, requests: 6, html: 15_000, total: 150_000 });

const browser = await launch();
const content = await publish('content');
const rich = await publish('rich');
const sites = [content, rich];
const rows = [];
const phone = { viewport: { width: 390, height: 844 } };

// Pictures that wait until they are near the screen add to the weight, not to what the page needs to start.
// A browser without a window does not always ask for icons: they are counted from what the page says.
async function measured(site, address) {
  return withPage(browser, 'about:blank', phone, async (page) => {
    const responses = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(site.url(address), { waitUntil: 'networkidle' });
    const found = await page.evaluate(() => ({
      elements: document.querySelectorAll('*').length,
      icons: [...document.querySelectorAll('link[rel~=icon]')].map((link) => link.href),
      lazy: [...document.images].filter((image) => image.loading === 'lazy').map((image) => image.currentSrc),
    }));
    const needed = responses.map((response) => response.url()).filter((url) => !found.lazy.includes(url));
    const sizes = await Promise.all(responses.map((response) => response.request().sizes()));
    return {
      elements: found.elements,
      requests: new Set([...needed, ...found.icons]).size,
      html: sizes[0].responseBodySize,
      total: sizes.reduce((sum, size) => sum + size.responseBodySize, 0),
    };
  });
}

describe('weight', { concurrency: 2 }, () => {
  for (const site of sites) {
    for (const { kind, address } of site.examples) {
      test(`weight: ${kind} of ${site.name} (${address})`, { timeout: 60_000 }, async () => {
        const found = await measured(site, address);
        rows.push([site.name, kind, ...Object.values(found), address]);
        const over = Object.entries(budget(kind)).filter(([name, most]) => found[name] > most)
          .map(([name, most]) => `${found[name]} ${name}, ${most} at the most`);
        assert.deepEqual(over, []);
      });
    }
  }
});

after(() => {
  console.log('# site | page | elements | requests | HTML, gzipped | total, bytes | address');
  for (const row of rows) console.log(`# ${row.join(' | ')}`);
});

test('weight: the style sheet is at most 10 kB, compressed', () => {
  assert.ok(gzipSync(readText(filesOf(content.folder, '.css')[0])).length <= 10_000);
});

const inPages = (site, read) => withPage(browser, site.url('/'), {}, (page) => page.evaluate(
  ([pages, body]) => pages.map(([address, html]) => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    return { address, found: new Function('page', body)(parsed) };
  }),
  [site.addresses.map((address) => [address, site.read(address)]), read],
));

const scripts = `return [...page.querySelectorAll('script')]
  .filter((script) => !script.type || /javascript|module/.test(script.type)).map((script) => script.outerHTML)
  .concat([...page.querySelectorAll('*')].flatMap((element) => [...element.attributes]
    .filter(({ name, value }) => name.startsWith('on') || /^javascript:/i.test(value)).map(({ name }) => name)))`;
const policies = `return page.querySelector('meta[http-equiv="Content-Security-Policy" i]')?.content ?? null`;

for (const site of sites) {
  test(`weight: scripts of ${site.name} are on the search page alone`, async () => {
    const pages = await inPages(site, scripts);
    const withScripts = pages.filter(({ found }) => found.length > 0).map(({ address }) => address);
    assert.deepEqual(withScripts, ['/recherche/']);
  });

  // What a policy in a page cannot say is left to the header.
  test(`weight: every page of ${site.name} has the policy that the server sends`, async () => {
    assert.ok(existsSync(path.join(site.folder, '_headers')), 'no _headers');
    const served = (await fetch(site.url('/'))).headers.get('content-security-policy');
    const directives = (policy) => policy.split(';').map((part) => part.trim())
      .filter((part) => part && !/^(frame-ancestors|report-|sandbox)/.test(part)).sort();
    assert.ok(served && !/unsafe-(inline|eval)/.test(served), served);
    for (const { address, found } of await inPages(site, policies)) {
      assert.ok(found, `${address} has no policy`);
      assert.deepEqual(directives(found), directives(served), address);
    }
  });

  test(`weight: ${site.name} is served with what protects its readers`, async () => {
    const { headers } = await fetch(site.url('/'));
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('referrer-policy') ?? '', /^(no-referrer|same-origin|strict-origin)/);
    assert.match(headers.get('content-security-policy') ?? '', /default-src '(none|self)'/);
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors '(none|self)'/);
    assert.match(headers.get('permissions-policy') ?? '', /=\(\)/);
  });

  test(`weight: ${site.name} leaves nothing in the browser`, () =>
    withPage(browser, site.url('/'), {}, async (page) => {
      for (const { address } of site.examples) await page.goto(site.url(address));
      assert.deepEqual(await page.context().cookies(), []);
      const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length,
        (await indexedDB.databases()).length, (await caches.keys()).length]);
      assert.deepEqual(kept, [0, 0, 0, 0]);
    }));
}
