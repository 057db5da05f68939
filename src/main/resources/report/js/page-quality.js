/* The scorecard of the data, by source. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;

  c.pages.quality = place => {
    const rows = c.qualityRows();
    if (!rows.length) {
      place.append(c.notice(say('Chưa công bố bảng chất lượng dữ liệu.', 'No table of data quality has been published yet.')));
      return;
    }
    place.append(c.qualityCards(rows), bySource(rows));
  };

  function bySource(rows) {
    const sources = [...new Set(rows.map(row => row.source_id))].sort(c.compareNames);
    const titles = new Map();
    for (const table of Object.values(c.given('words').tables)) table.sources.forEach(source => titles.set(source.id, c.word(source.title)));
    const worst = sources.map(source => ({source, share: c.qualityShare(rows.filter(row => row.source_id === source))})).sort((a, b) => a.share - b.share)[0];
    const cell = (source, key) => {
      const of = rows.filter(row => row.source_id === source && row.dimension === key);
      const share = c.qualityShare(of);
      if (share === null) return h('td', {}, h('span', {class: 'quiet'}, '–'));
      const colour = c.ramp[Math.max(0, Math.min(4, Math.floor((share - 0.75) / 0.05)))];
      const span = h('span', {}, c.percent(share));
      span.style.background = colour;
      span.style.color = c.inkOn(colour);
      return h('td', {}, span);
    };
    const name = source => titles.get(source) || source;
    return c.section(say('Theo từng nguồn', 'By source'), say(`Nguồn cần chú ý nhất: ${name(worst.source)} (${c.percent(worst.share)}).`, `The source that needs most attention: ${name(worst.source)} (${c.percent(worst.share)}).`),
      h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('Chất lượng theo nguồn', 'Quality by source')}, h('table', {class: 'standing sources'},
        h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, say('Nguồn', 'Source')), c.DIMENSIONS.map(([, vi, en]) => h('th', {scope: 'col'}, say(vi, en))))),
        h('tbody', {}, sources.map(source => h('tr', {}, h('th', {scope: 'row'}, name(source)), c.DIMENSIONS.map(([key]) => cell(source, key))))))),
      h('div', {class: 'under'}, c.sourceButton(c.qualitySource(rows[rows.length - 1]))));
  }
})();
