// Keeps the pages' own files, so that a refresh in the middle of a quiz works without a network. Never an answer of
// /api. A new version waits until the last tab of the old one is closed: a tab never mixes the files of two builds.
const CACHE = `pages-${'%VERSION%'}`;
const SHELL = '%SHELL%';
const PATIENCE_MILLIS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || /^\/(api|console)(\/|$)/.test(url.pathname)) {
    return;
  }
  if (request.mode === 'navigate') {
    event.respondWith(page(request));
  } else if (SHELL.includes(url.pathname)) {
    event.respondWith(kept(url.pathname).then((response) => response ?? fetch(request)));
  }
});

async function page(request) {
  const shell = await kept('/');
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLIS, shell));
  try {
    const response = await Promise.race([fetch(request), patience]);
    return response && response.status < 500 ? response : (shell ?? response ?? Response.error());
  } catch {
    return shell ?? Response.error();
  }
}

/** A file goes by its name alone, whatever its answer was said to vary by. */
function kept(path) {
  return caches.match(path, { ignoreVary: true });
}
