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
  const rows = () => c.table(TABLE).map(row => ({...row, dimension: row.quality_dimension, period_start: row.month}));
  /** Of whole sources: those that publish, or those that are simulated. */
  c.qualityRows = isSimulated => rows().filter(row => row.unit_id === 'all' && (row.data_origin === 'synthetic') === isSimulated);
  c.qualitySources = rows => new Set(rows.map(row => row.source_id)).size;
  /** Added up over rows: a share of all that was checked. */
  c.qualityShare = counted => {
    const checked = counted.reduce((sum, row) => sum + row.checked_count, 0);
    return checked ? counted.reduce((sum, row) => sum + row.passed_count, 0) / checked : null;
  };
  c.qualitySource = row => ({table: TABLE, column: 'passed_count', rows: [row], where: {source_id: row.source_id, unit_id: row.unit_id, month: row.month, quality_dimension: row.quality_dimension}});

  /** Shares near the whole are drawn against it: a tenth of a point is no cliff. */
  const scale = points => [Math.min(0.9, ...points.map(point => point.value).filter(value => value !== null)), 1];
  c.qualityCards = rows => {
    // Months of which several sources tell: of the others a single file would draw the line.
    const told = new Map();
    rows.forEach(row => told.set(row.period_start, (told.get(row.period_start) || new Set()).add(row.source_id)));
    const months = [...told].filter(([, sources]) => sources.size > Math.min(2, new Set(rows.map(row => row.source_id)).size - 1)).map(([month]) => month).sort().slice(-24);
    return h('div', {class: 'grid four'}, c.DIMENSIONS.map(([key, vi, en, viMeans, enMeans]) => {
      const of = rows.filter(row => row.dimension === key);
      if (!of.length) return null;
      const share = c.qualityShare(of);
      const box = h('div', {class: 'drawing'});
      const points = months.map(month => ({start: month, value: c.qualityShare(of.filter(row => row.period_start === month))}));
      const paint = () => box.clientWidth && box.replaceChildren(c.spark(box.clientWidth, 46, points, null, scale(points)));
      c.whenSized(box, paint);
      return h('article', {}, h('h3', {class: 'kicker'}, say(vi, en)), h('p', {class: 'big-share'}, c.percent(share)), h('p', {class: 'note'}, say(viMeans, enMeans)), h('p', {class: 'note'}, counted(of, rows)), key === 'alive' ? h('p', {class: 'note'}, lateBy()) : '', box);
    }));
  };
  /** What a share is made of: checks that held, of how many; of which sources and periods. */
  function counted(of, rows) {
    const sum = column => of.reduce((total, row) => total + row[column], 0);
    const years = of.map(row => row.period_start.slice(0, 4)).sort();
    const [measured, all] = [c.qualitySources(of), c.qualitySources(rows)];
    return say(`${c.num(sum('passed_count'), 0)}/${c.num(sum('checked_count'), 0)} phép kiểm đạt; kỳ số liệu ${span(years)}`, `${c.num(sum('passed_count'), 0)} of ${c.num(sum('checked_count'), 0)} checks; periods ${span(years)}`)
      + (measured < all ? say(`; ${measured}/${all} nguồn đo được`, `; measured for ${measured} of ${all} sources`) : '') + '.';
  }
  const span = years => range(years) + (years[years.length - 1] > newest() ? say(', kể cả hạn của các chỉ tiêu', ', deadlines of targets included') : '');
  /** The year of the newest release. */
  const newest = () => (c.given('releases') || []).map(release => release.version.slice(0, 4)).sort().pop() || '9999';
  const range = years => years[0] === years[years.length - 1] ? years[0] : `${years[0]}\u2060–\u2060${years[years.length - 1]}`;
  const lateBy = () => say('Hạn tính từ cuối kỳ, nên số của những năm trước khi nguồn được nạp lần đầu luôn là muộn.', 'Due dates run from the end of a period: figures of years before a source was first read are late by construction.');
  c.qualitySummary = () => {
    const rows = c.qualityRows(false);
    if (!rows.length) return null;
    const worst = c.DIMENSIONS.map(([key, vi, en]) => ({name: say(vi, en), share: c.qualityShare(rows.filter(row => row.dimension === key))})).filter(one => one.share !== null).sort((a, b) => a.share - b.share)[0];
    return c.section(say('Dữ liệu tốt đến đâu', 'How good the data are'), say(`${c.qualitySources(rows)} nguồn số liệu đã công bố. Yếu nhất ở mặt “${worst.name.toLowerCase()}”: ${c.percent(worst.share)}.`, `${c.qualitySources(rows)} sources of published figures. Weakest in “${worst.name.toLowerCase()}”: ${c.percent(worst.share)}.`),
      c.qualityCards(rows), h('p', {}, h('a', {href: 'quality.html'}, say('Theo từng nguồn', 'By source'))));
  };
  const ofUnit = (id, isSimulated) => rows().filter(row => row.unit_id === id && (row.data_origin === 'synthetic') === isSimulated);
  c.unitQuality = id => {
    const own = ofUnit(id, false);
    return own.length ? c.section(say('Chất lượng dữ liệu', 'Data quality'), null, c.qualityCards(own)) : null;
  };
  /** For the part of what is simulated. */
  c.unitQualitySimulated = id => {
    const own = ofUnit(id, true);
    return own.length ? h('div', {class: 'group'}, h('h3', {}, say('Chất lượng dữ liệu', 'Data quality')), c.qualityCards(own)) : null;
  };
})();
