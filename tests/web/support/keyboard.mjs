// Finding one's way with the keyboard alone.

// Presses the key of the next stop until a stop matches the selector; says which texts it passed otherwise.
export async function tabTo(page, selector, limit = 250) {
  const passed = [];
  for (let i = 0; i < limit; i += 1) {
    await page.keyboard.press('Tab');
    const { found, name } = await page.evaluate((wanted) => {
      const stop = document.activeElement;
      return { found: stop.matches(wanted), name: stop.textContent.trim().slice(0, 30) };
    }, selector);
    if (found) return;
    passed.push(name);
  }
  throw new Error(`the keyboard does not reach ${selector}, only: ${[...new Set(passed)].join(', ')}`);
}

// Follows the link that has the focus.
export const follow = (page) =>
  Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);

// Waits until `read` gives what `wanted` accepts; returns it.
export async function eventually(read, wanted, what) {
  let last;
  for (let i = 0; i < 100; i += 1) {
    last = await read();
    if (wanted(last)) return last;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error(`${what}: still ${JSON.stringify(last)}`);
}
