/* The scorecard of the data, by source. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;

  c.pages.quality = place => {
    const [published, simulated] = [c.qualityRows(false), c.qualityRows(true)];
    if (!published.length && !simulated.length) {
      place.append(c.notice(say('Chưa công bố bảng chất lượng dữ liệu.', 'No table of data quality has been published yet.')));
      return;
    }
    if (published.length) place.append(c.qualityCards(published), c.section(say('Theo từng nguồn', 'By source'), worst(published), bySource(published)));
    else place.append(c.notice(say('Chưa có nguồn nào của số liệu đã công bố.', 'There is no source of published figures yet.')));
    if (simulated.length) {
      place.append(c.simulatedPart(say('Chất lượng của các nguồn mô phỏng', 'Quality of the simulated sources'), c.qualityCards(simulated), h('div', {class: 'group'}, h('h3', {}, say('Theo từng nguồn', 'By source')),
        h('p', {class: 'note'}, worst(simulated)), bySource(simulated))));
    }
  };
  const nameOf = source => {
    for (const table of Object.values(c.given('words').tables)) {
      const found = table.sources.find(one => one.id === source);
      if (found) return c.word(found.title);
    }
    return source;
  };
  const sourcesOf = rows => [...new Set(rows.map(row => row.source_id))].sort((a, b) => c.compareNames(nameOf(a), nameOf(b)));
  function worst(rows) {
    const last = sourcesOf(rows).map(source => ({source, share: c.qualityShare(rows.filter(row => row.source_id === source))})).sort((a, b) => a.share - b.share)[0];
    return say(`Nguồn cần chú ý nhất: ${nameOf(last.source)} (${c.percent(last.share)}).`, `The source that needs most attention: ${nameOf(last.source)} (${c.percent(last.share)}).`);
  }

  function bySource(rows) {
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
    return [h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('Chất lượng theo nguồn', 'Quality by source')}, h('table', {class: 'standing sources'},
        h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, say('Nguồn', 'Source')), c.DIMENSIONS.map(([, vi, en]) => h('th', {scope: 'col'}, say(vi, en))))),
        h('tbody', {}, sourcesOf(rows).map(source => h('tr', {}, h('th', {scope: 'row'}, nameOf(source)), c.DIMENSIONS.map(([key]) => cell(source, key))))))),
      h('div', {class: 'under'}, c.sourceButton(c.qualitySource(rows[rows.length - 1])))];
  }
})();
