// Runs before the first paint so that the page never flashes in the wrong theme. The shell takes over afterwards.
(() => {
  const root = document.documentElement;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('portico.preferences') ?? '{}') ?? {};
  } catch {
    kept = {}; // storage may be blocked or hold something else; the defaults below are right then
  }
  const dark = kept.theme === 'dark' || (kept.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  if (kept.care === true) root.dataset.care = '';
  if (kept.locale === 'en') root.lang = 'en';
})();
