// Debian's Chromium, without the parts of it that draw windows, set so that a page looks the same on every machine.
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

process.env.FONTCONFIG_FILE = fileURLToPath(new URL('fonts.conf', import.meta.url));

const steady = ['--force-device-scale-factor=1', '--hide-scrollbars', '--font-render-hinting=none',
  '--disable-lcd-text', '--force-color-profile=srgb', '--disable-gpu'];

export async function launch(...options) {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium-headless-shell', args: [...steady, ...options],
  });
  after(() => browser.close());
  return browser;
}

// Everything that a page says or asks for and should not, in `noise`.
function listen(page, origin) {
  const noise = [];
  page.on('console', (message) => noise.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
  // Leaving a page stops what it still loads.
  page.on('requestfailed', (request) => {
    if (request.failure().errorText !== 'net::ERR_ABORTED') noise.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== 'data:' && asked !== origin) noise.push(`other origin: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) noise.push(`${response.status()}: ${response.url()}`);
  });
  return noise;
}

// Opens an address in a profile of its own, and closes it when `use` is done.
export async function withPage(browser, url, settings, use) {
  const { media, ...context } = settings;
  const profile = await browser.newContext({
    locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce',
    viewport: { width: 1280, height: 1024 }, ...context,
  });
  try {
    const page = await profile.newPage();
    page.setDefaultTimeout(10_000);
    const noise = listen(page, new URL(url).origin);
    if (media) await page.emulateMedia({ media });
    await page.goto(url, { waitUntil: 'load' });
    return await use(page, noise);
  } finally {
    await profile.close();
  }
}
