// The checks of a page. Each returns what is wrong, one line each.
import { readFileSync } from 'node:fs';
import axe from 'axe-core';

const inPage = readFileSync(new URL('in_page.js', import.meta.url), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

// Once after each navigation, before any check.
export async function prepare(page) {
  await page.evaluate(inPage);
  await page.evaluate(() => globalThis.pes.openAll());
}
const ask = (name) => (page) => page.evaluate((check) => globalThis.pes[check](), name);

export const sideways = ask('sideways');
export const clipped = ask('clipped');
export const stuck = ask('stuck');
export const animated = ask('animated');
export const headings = ask('headings');
export const smallTargets = ask('smallTargets');
export const plainLinks = ask('plainLinks');
export const faintFocus = ask('faintFocus');

export async function accessibility(page) {
  await page.evaluate(axe.source);
  // Where scripts are off, timers never ring, and axe would wait for them for ever.
  await page.evaluate(() => {
    globalThis.setTimeout = (work, _, ...values) => { Promise.resolve().then(() => work(...values)); };
  });
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run(document, {
      runOnly: { type: 'tag', values }, resultTypes: ['violations'], preload: false,
    }),
    tags,
  );
  return violations.map(({ id, nodes }) =>
    `axe ${id} (${nodes.length}): ${nodes.slice(0, 3).map((node) => node.html.slice(0, 100)).join(' | ')}`);
}

// WCAG 1.4.12: readers may set these distances, and lose nothing.
export async function spacedText(page) {
  await page.evaluate(() => globalThis.pes.spaceText());
  const found = [...await clipped(page), ...await sideways(page)];
  await page.evaluate(() => globalThis.pes.bring(''));
  return found.map((line) => `with spaced text, ${line}`);
}

// WCAG 1.4.4: text twice as large, everything else as it was.
export async function doubledText(page) {
  const found = await page.evaluate(() => globalThis.pes.growText());
  found.push(...await clipped(page), ...await sideways(page));
  await page.evaluate(() => globalThis.pes.bring(''));
  return found.map((line) => `with text at 200 %, ${line}`);
}

// WCAG 1.4.10: 1280 × 1024 at 400 % leaves 320 × 256 pixels.
export async function zoomed(page) {
  await page.setViewportSize({ width: 320, height: 256 });
  return (await sideways(page)).map((line) => `at 400 %, ${line}`);
}

// The first stop of the keyboard is seen and leads past the menu.
export async function skipLink(page) {
  await page.keyboard.press('Tab');
  const target = await page.evaluate(() => {
    const link = document.activeElement;
    const { top, left, height } = link.getBoundingClientRect();
    const seen = top >= 0 && left >= 0 && height > 0;
    return seen && link.hash && link.pathname === location.pathname ? link.hash : null;
  });
  if (!target) return ['the first stop of the keyboard is no visible skip link'];
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const landed = await page.evaluate((hash) => {
    const main = document.querySelector(hash);
    const next = document.activeElement;
    const before = main?.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_PRECEDING;
    return Boolean(main?.closest('main')) && !before;
  }, target);
  // The keyboard starts anew only on a new page.
  await page.goto(page.url().split('#')[0]);
  await prepare(page);
  return landed ? [] : ['the skip link does not lead into the main part'];
}

// Every stop of the keyboard, in the order of the page, each seen; and no trap.
export async function keyboardWalk(page) {
  const problems = [];
  const reached = new Set();
  const names = await page.evaluate(() => globalThis.pes.focusable().map(globalThis.pes.named));
  for (let i = 0; i < names.length + 3; i += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => globalThis.pes.focused());
    if (!stop || reached.has(stop.index)) break;
    if (stop.index < Math.max(-1, ...reached)) problems.push(`out of order: ${stop.name}`);
    if (stop.index >= 0) reached.add(stop.index);
    problems.push(...stop.problems);
  }
  const missed = names.filter((_, index) => !reached.has(index));
  return [...problems, ...missed.map((name) => `not reached by the keyboard: ${name}`)];
}
