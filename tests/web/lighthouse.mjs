// Lighthouse, as for a phone. Run by itself, after the other tests: it takes the time of a page.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import lighthouse from 'lighthouse';
import { launch } from './support/browser.mjs';
import { publish } from './support/published_site.mjs';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address();
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

const port = await freePort();
await launch(`--remote-debugging-port=${port}`);
// Robots are told about the site at the root of its address.
const site = await publish('content', { prefix: '/' });

async function scored(address, onlyCategories) {
  const { lhr } = await lighthouse(site.url(address), { port, onlyCategories, logLevel: 'silent' });
  const scores = Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(100 * score)]);
  const failed = Object.values(lhr.audits)
    .filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative')
    .map(({ id }) => id);
  return { scores: Object.fromEntries(scores), failed };
}

// A busy machine makes a page slow, never fast: of five tries at most, the best tells.
async function best(address) {
  const found = await scored(address, categories);
  for (let tries = 1; found.scores.performance < 100 && tries < 5; tries += 1) {
    const again = await scored(address, ['performance']);
    found.scores.performance = Math.max(found.scores.performance, again.scores.performance);
  }
  return found;
}

for (const kind of ['home', 'list', 'testimonial', 'figures']) {
  test(`lighthouse: ${kind} has 100 everywhere`, { timeout: 240_000 }, async (t) => {
    const { scores, failed } = await best(site.example(kind));
    t.diagnostic(`${kind}: ${JSON.stringify(scores)}`);
    assert.deepEqual(scores, Object.fromEntries(categories.map((name) => [name, 100])), failed.join(', '));
  });
}
