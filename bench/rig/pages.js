// @ts-check
// The desk's pages as consultant and customer use them. `page` is a page of Playwright, whoever has started the browser.
import { join } from 'node:path';
import { until } from './processes.js';

/** @typedef {import('playwright-core').Page} Page */

const PASSWORD = 'demo-desk-2026';
const SLOW_LINE = 60_000;

/** Signs in, takes a call, and starts a remote session from its ticket; gives the nine digits. @param {Page} page @param {string} origin */
export async function startSession(page, origin) {
  page.setDefaultTimeout(SLOW_LINE);
  await page.goto(origin);
  await page.fill('input[autocomplete=username]', 'max');
  await page.fill('input[type=password]', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/account/'));

  await page.goto(`${origin}/tickets/new`);
  // The page is drawn before it is alive, and takes nothing until then.
  await page.waitForSelector('main:not([inert])');
  await page.click('#caller');
  await page.keyboard.type('Frieda Kranich');
  await until('the caller is taken over', async () => await page.inputValue('#caller-name') === 'Frieda Kranich', SLOW_LINE);
  await page.fill('#title', 'Mail program asks for the password again');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/tickets\/[A-Z]+\d-\d{3}$/);
  await page.getByTestId('start-session').click();
  return (await page.getByTestId('channel').innerText()).replaceAll(/\D/g, '');
}

/** Types the channel, accepts each text by its own box, downloads the agent; gives the file. @param {Page} page @param {string} address @param {string} channel @param {string} folder */
export async function acceptAndDownload(page, address, channel, folder) {
  await page.goto(`${address}/help`);
  await page.getByTestId('channel').fill(channel);
  await page.getByTestId('channel-go').click();
  for (const kind of ['purpose', 'disclaimer', 'privacy']) await page.getByTestId(`tick-${kind}`).check();
  await page.getByTestId('accept').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('download').click()]);
  const file = join(folder, 'ServiceDesk-Agent');
  await download.saveAs(file);
  return file;
}

/** Opens the viewer in the ticket's place, once the agent has joined. @param {Page} page */
export async function openViewer(page) {
  const link = page.getByTestId('open-viewer');
  const address = await link.getAttribute('href');
  await page.goto(new URL(/** @type {string} */ (address), page.url()).href);
  await viewerIs(page, 'waiting');
}

/** @param {Page} page @param {string} state */
export const viewerIs = (page, state) => page.waitForSelector(`#viewer[data-state="${state}"]`);

/** Waits until the viewer has been in a state for so long without a break. @param {Page} page @param {string} state @param {number} ms */
export function viewerStays(page, state, ms) {
  let since = Date.now();
  return until(`the viewer stays "${state}"`, async () => {
    if (await page.getAttribute('#viewer', 'data-state') !== state) since = Date.now();
    return Date.now() - since >= ms;
  });
}

/** The six digits that the consultant reads out. @param {Page} page */
export async function readNumber(page) {
  await viewerIs(page, 'verifying');
  return (await page.innerText('.digits')).replaceAll(/\D/g, '');
}
