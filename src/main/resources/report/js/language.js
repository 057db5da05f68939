/* Before anything is painted: the language that the reader chose last. */
(function () {
  'use strict';
  var chosen = null;
  try {
    chosen = window.localStorage.getItem('cuulong.language');
  } catch (closed) {
    // A browser may keep nothing for pages from a disk; then each page opens in Vietnamese.
  }
  var asked = /[?&]lang=(vi|en)\b/.exec(window.location.search);
  document.documentElement.lang = asked ? asked[1] : chosen === 'en' ? 'en' : 'vi';
})();
