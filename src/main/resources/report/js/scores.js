/* Đúng, đủ, sạch, sống: how good the data are. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;
  const TABLE = 'mart.data_quality';
  c.DIMENSIONS = [
    ['right', 'Đúng', 'Right', 'giá trị hợp lệ và khớp nhau', 'values are valid and agree'],
    ['complete', 'Đủ', 'Complete', 'có đủ tệp, đơn vị, kỳ và cột', 'the expected files, units, periods and columns are there'],
    ['clean', 'Sạch', 'Clean', 'không trùng, viết thống nhất', 'no duplicates, one spelling, one unit'],
    ['alive', 'Sống', 'Alive', 'đến đúng hẹn', 'arrived on time']];
  const ALIKE = {right: ['right', 'dung', 'correct', 'valid', 'accurate'], complete: ['complete', 'du', 'full'], clean: ['clean', 'sach'], alive: ['alive', 'song', 'live', 'timely']};
  const dimension = row => Object.keys(ALIKE).find(key => ALIKE[key].includes(row.dimension)) || row.dimension;

  c.qualityRows = () => c.table(TABLE).map(row => ({...row, dimension: dimension(row), period_start: row.month || row.interval_start || row.period_start}))
    .filter(row => row.denominator > 0);
  /** Added up over rows: a share of all that was counted. */
  c.qualityShare = rows => {
    const below = rows.reduce((sum, row) => sum + row.denominator, 0);
    return below ? rows.reduce((sum, row) => sum + row.numerator, 0) / below : null;
  };
  c.qualitySource = row => ({table: TABLE, column: 'numerator', rows: [row], where: Object.fromEntries((c.tableWords(TABLE) ? c.tableWords(TABLE).key : []).map(key => [key, row[key]]))});

  c.qualityCards = rows => {
    const months = [...new Set(rows.map(row => row.period_start))].sort();
    return h('div', {class: 'grid four'}, c.DIMENSIONS.map(([key, vi, en, viMeans, enMeans]) => {
      const of = rows.filter(row => row.dimension === key);
      if (!of.length) return null;
      const share = c.qualityShare(of);
      const box = h('div', {class: 'drawing'});
      const points = months.map(month => ({start: month, value: c.qualityShare(of.filter(row => row.period_start === month))}));
      const paint = () => box.clientWidth && box.replaceChildren(c.spark(box.clientWidth, 46, points));
      c.whenSized(box, paint);
      return h('article', {}, h('h3', {class: 'kicker'}, say(vi, en)), h('p', {class: 'big-share'}, c.percent(share)), h('p', {class: 'note'}, say(viMeans, enMeans)), box);
    }));
  };
  c.qualitySummary = () => {
    const rows = c.qualityRows();
    if (!rows.length) return null;
    const worst = c.DIMENSIONS.map(([key, vi, en]) => ({name: say(vi, en), share: c.qualityShare(rows.filter(row => row.dimension === key))})).filter(one => one.share !== null).sort((a, b) => a.share - b.share)[0];
    return c.section(say('Dữ liệu tốt đến đâu', 'How good the data are'), say(`Yếu nhất ở mặt “${worst.name.toLowerCase()}”: ${c.percent(worst.share)}.`, `Weakest in “${worst.name.toLowerCase()}”: ${c.percent(worst.share)}.`),
      c.qualityCards(rows), h('p', {}, h('a', {href: 'quality.html'}, say('Theo từng nguồn', 'By source'))));
  };
  c.unitQuality = id => {
    const rows = c.qualityRows().filter(row => row.unit_id === id);
    return rows.length ? c.section(say('Chất lượng dữ liệu', 'Data quality'), null, c.qualityCards(rows)) : null;
  };
})();
