// @ts-check
// Asks every two seconds whether there is something new, and only then fetches the words. Without it the page reloads itself.

const EVERY = 2000;
const live = document.getElementById('live');

async function look() {
  const answer = await fetch('/help/status.json', { cache: 'no-store' });
  if (!answer.ok) return location.reload();
  const { stamp, over } = await answer.json();
  if (!live || stamp === live.dataset.stamp) return;
  const before = live.dataset.stamp ?? '';
  // The steps on this page are for starting the program: once it has joined, or all is over, the page is another one.
  if (over || before.startsWith('Accepted')) return location.reload();
  const page = new DOMParser().parseFromString(await (await fetch('/help/status', { cache: 'no-store' })).text(), 'text/html');
  const fresh = page.getElementById('live');
  if (!fresh) return location.reload();
  live.dataset.stamp = stamp;
  live.replaceChildren(...fresh.childNodes);
}

if (live) {
  setInterval(() => {
    look().catch(() => {}); // the line may be gone for a moment; the next look is due soon
  }, EVERY);
}
