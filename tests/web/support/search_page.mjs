// The search page as its readers know it.
import { eventually } from './keyboard.mjs';

export const field = 'input[type=search][name=q]';

// The page says that it is busy from the first key to the last result.
const settled = (page) => page.waitForSelector('ol[aria-busy=false]', { state: 'attached' });

const listed = (page) => page.$$eval('main ol a[href]', (links) =>
  links.filter((link) => !link.closest('nav'))
    .map((link) => ({ address: new URL(link.href).pathname, text: link.textContent.trim() })));

export async function results(page) {
  await settled(page);
  return listed(page);
}

export const status = (page) => page.textContent('[role=status]');

export async function search(page, words, type = (text) => page.fill(field, text)) {
  await type(words);
  await eventually(() => page.url(), (url) => new URL(url).searchParams.get('q') === words, 'address');
  return results(page);
}

export const shown = (page, what = 'results') =>
  eventually(() => results(page), (found) => found.length > 0, what);
