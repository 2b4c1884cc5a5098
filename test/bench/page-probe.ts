/**
 * Runs in the page before anything of the page's own. Types of a page are not among a Node program's: it is text.
 * `seen`: milliseconds from the navigation to the frame after which what was waited for stood there. `interactions`:
 * the longest event of each, from the hand to the next paint (Event Timing); quicker ones than 16 ms are not told.
 */
export const PROBE = `(() => {
  const probe = { seen: {}, largest: 0, interactions: new Map(), frames: [], counting: false };
  Object.defineProperty(window, 'probe', { value: probe });
  const wanted = ['[data-place]', '[data-device]', '[data-cell="0 0"]', '#crosspoint-cell', '[data-pane="naive"]'];
  const look = () => {
    for (const selector of wanted) {
      if (selector in probe.seen) continue;
      const found = document.querySelector(selector);
      if (found === null || found.textContent === '' && selector === '#crosspoint-cell') continue;
      probe.seen[selector] = 0;
      requestAnimationFrame(() => requestAnimationFrame(() => { probe.seen[selector] = performance.now(); }));
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) probe.largest = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (interactionId === 0) continue;
      probe.interactions.set(interactionId, Math.max(duration, probe.interactions.get(interactionId) ?? 0));
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  let last = 0;
  const frame = (now) => {
    if (probe.counting) probe.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  probe.count = () => { probe.frames = []; probe.counting = true; last = performance.now(); if (!probe.started) { probe.started = true; requestAnimationFrame(frame); } };
  probe.stop = () => { probe.counting = false; return probe.frames.slice(1); };
})()`;

/** What was timed, and how many there were: the others were quicker than 16 ms. */
export const INTERACTIONS =
  '({ slow: [...probe.interactions.values()], all: performance.interactionCount ?? probe.interactions.size })';

/** A thousand rows and a matrix as they are written when nobody thinks of a thousand: everything is an element. */
export const NAIVE = `<!doctype html><meta charset="utf-8"><style>
  body { font: 15px 'Noto Sans', sans-serif; margin: 0 } td, th { padding: 8px; border-bottom: 1px solid #ccc }
  #frame { height: 700px; overflow: auto } .m td { padding: 0; width: 22px; min-width: 22px; height: 22px; border: 1px solid #ddd }
  .m th { position: sticky; left: 0; background: #fff }
</style><input id="search"><div id="frame"></div><script>
  const frame = document.getElementById('frame');
  const texts = ['电力调度', 'Traffic', 'Weather', '消防指挥'];
  function list(text) {
    const rows = Array.from({ length: 1000 }, (_, index) => [String(index + 1).padStart(4, '0'), texts[index % 4] + ' ' + index, 'Hall ' + (index % 9), 'online', '1920 × 1080 60 Hz'])
      .filter((row) => row.join(' ').toLowerCase().includes(text));
    frame.innerHTML = '<table data-pane="naive">' + rows.map((row) => '<tr><td><input type="checkbox">' + row.map((cell) => '<td><button>' + cell + '</button>').join('')).join('') + '</table>';
  }
  function matrix(size) {
    frame.innerHTML = '<table class="m">' + Array.from({ length: size }, (_, row) => '<tr><th>500' + row + ' Traffic' + '<td>'.repeat(size)).join('') + '</table>';
  }
  document.getElementById('search').addEventListener('input', (event) => list(event.target.value));
  list('');
</script>`;
