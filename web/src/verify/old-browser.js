// Runs in every browser, so nothing here is newer than ECMAScript 5. Where this browser cannot run the page, or a file
// of the page did not load, it shows why in words: an empty page would frighten whoever fears a forgery.
function sayWhy() {
  var words = document.getElementById('old-browser');
  var page = document.getElementById('page');
  var texts = words.getElementsByTagName('p');
  var own = words.querySelector('[lang='.concat(String(navigator.language).slice(0, 2), ']'));
  var at = 0;
  for (; own !== null && at < texts.length; at += 1) texts[at].hidden = texts[at] !== own;

  function show() {
    if (page !== null && page.firstChild === null) words.hidden = false;
  }

  // What the page needs that browsers learned last. Its syntax is older.
  function isNewEnough() {
    try {
      new DecompressionStream('deflate-raw');
      return typeof Object.hasOwn === 'function' && typeof AbortSignal.timeout === 'function';
    } catch (_) {
      return false;
    }
  }

  // A module with unknown syntax; or one that did not load, which is said at its element alone.
  function onError(event) {
    if (event.target === window || event.target.tagName === 'SCRIPT') show();
  }

  addEventListener('error', onError, true);
  if (isNewEnough()) return;
  show();
  // The page has no place any more, should it start all the same.
  page.parentNode.removeChild(page);
}

sayWhy();
