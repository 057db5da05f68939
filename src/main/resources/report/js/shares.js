/* The digital economy in GRDP: estimates with their intervals. */
(function () {
  'use strict';
  const c = window.cuulong;
  const {h, say} = c;
  const YEARS = 'mart.province_year_digital_grdp';
  const QUARTERS = 'mart.province_quarter_digital_grdp';

  /** What is newer comes later: the vintage, and of one vintage the release. */
  const isNewer = (row, known) => row.estimate_vintage === known.estimate_vintage
    ? row.release_number > known.release_number : row.estimate_vintage > known.estimate_vintage;
  /** Rows of the statistics office's family, newest of each, or of one vintage; none that follows synthetic records. */
  c.shareRows = (table, basis, vintage) => {
    const best = new Map();
    for (const row of c.table(table)) {
      if (row.boundary_basis && row.boundary_basis !== basis) continue;
      if (row.method_family === 'ministry' || row.digital_share === null || row.digital_share === undefined) continue;
      if (row.data_origin === 'synthetic') continue;
      if (vintage && row.estimate_vintage !== vintage) continue;
      const key = row.unit_id + ' ' + row.period_start;
      const known = best.get(key);
      if (!known || isNewer(row, known)) best.set(key, row);
    }
    return [...best.values()].sort((a, b) => a.period_start < b.period_start ? -1 : 1);
  };
  c.shareSource = row => ({table: YEARS, column: 'digital_share', rows: [row], where: Object.fromEntries((c.tableWords(YEARS) ? c.tableWords(YEARS).key : ['unit_id'])
    .map(key => [key, row[key]]))});
  c.shareInterval = row => row.digital_share_low === null || row.digital_share_low === undefined ? '' : `${c.num(row.digital_share_low * 100, 1)}\u2060–\u2060${c.percent(row.digital_share_high)}`;

  /** The newest year of the region, for the front page. */
  c.newestShare = basis => {
    const rows = c.shareRows(YEARS, basis);
    const regional = rows.filter(row => row.unit_id === c.region(basis)).pop();
    if (!regional) return null;
    const period = c.period('year', regional.period_start);
    const members = rows.filter(row => row.period_start === regional.period_start && c.members(basis).includes(row.unit_id));
    const nation = rows.find(row => row.unit_id === 'viet-nam' && row.period_start === regional.period_start);
    const best = members.reduce((a, b) => b.digital_share > a.digital_share ? b : a, members[0] || regional);
    const overlap = members.some(row => row !== best && row.digital_share_high > best.digital_share_low);
    return {figure: c.percent(regional.digital_share), word: say('GRDP của vùng', 'of the region’s GRDP'), unit: 'ratio', period, name: say('Kinh tế số trong GRDP', 'Digital economy in GRDP'),
      claim: nation ? say(`Tỷ trọng kinh tế số của vùng bằng ${part(regional, nation)} mức của cả nước (${c.percent(nation.digital_share)}).`,
        `The digital share of the region is ${part(regional, nation)} of the nation’s (${c.percent(nation.digital_share)}).`)
        : say(`Kinh tế số chiếm ${c.percent(regional.digital_share)} GRDP của vùng.`, `The digital economy is ${c.percent(regional.digital_share)} of the region’s GRDP.`),
      estimate: say('ước tính của dự án', 'estimate of this project'), more: certainty(regional, best, overlap, basis),
      rows: members.map(row => ({...row, value: row.digital_share})), source: c.shareSource(regional)};
  };

  /** The interval of the region, and how sure the first place is: with its probability where that is published. */
  function certainty(regional, best, overlap, basis) {
    const ranked = c.observations('digital_share', basis).filter(row => row.period_kind === 'year' && row.period_start === regional.period_start && c.members(basis).includes(row.unit_id) && row.rank_low !== null);
    const first = ranked.find(row => row.unit_id === best.unit_id && row.rank_probability !== null);
    const others = ranked.filter(row => row !== first);
    const place = first && first.rank === 1 && others.length ? [`, đứng đầu với xác suất ${c.percent(first.rank_probability, 0)}; nơi khác có thể ở hạng ${range(others)}`, `, first with a probability of ${c.percent(first.rank_probability, 0)}; the others may have ranks ${range(others)}`]
      : overlap ? [', nhưng các khoảng còn chồng lên nhau', ', though the intervals overlap'] : ['', ''];
    return say(`Khoảng tin cậy 95%: ${c.shareInterval(regional)}. Ước tính cao nhất là của ${c.unitName(best.unit_id)}, ${c.percent(best.digital_share)} (${c.shareInterval(best)})${place[0]}.`,
      `95% interval: ${c.shareInterval(regional)}. The highest estimate is that of ${c.unitName(best.unit_id)}, ${c.percent(best.digital_share)} (${c.shareInterval(best)})${place[1]}.`);
  }
  const range = rows => `${Math.min(...rows.map(row => row.rank_low))}\u2060–\u2060${Math.max(...rows.map(row => row.rank_high))}`;

  /** One share beside another, from the low to the high end of its interval. */
  const part = (one, other) => one.digital_share_low === null || one.digital_share_low === undefined ? say('khoảng ', 'about ') + c.percent(one.digital_share / other.digital_share, 0)
    : c.num(100 * one.digital_share_low / other.digital_share, 0) + '\u2060–\u2060' + c.percent(one.digital_share_high / other.digital_share, 0);

  c.unitShare = (id, basis) => {
    const rows = c.shareRows(YEARS, basis).filter(row => row.unit_id === id);
    if (!rows.length) return null;
    const last = rows[rows.length - 1];
    const region = c.shareRows(YEARS, basis).filter(row => row.unit_id === c.region(basis));
    const title = say(`Kinh tế số chiếm ${c.percent(last.digital_share)} GRDP ${c.period('year', last.period_start)}, khoảng tin cậy 95%: ${c.shareInterval(last)}.`,
      `The digital economy was ${c.percent(last.digital_share)} of GRDP in ${c.period('year', last.period_start)}, 95% interval ${c.shareInterval(last)}.`);
    return c.section(say('Kinh tế số trong GRDP', 'Digital share of GRDP'), null, c.figure({title, rows: [last], source: c.shareSource(last), draw: width =>
      c.line(width, {kind: 'year', unit: 'ratio', height: 220, label: title, series: [{name: say('Vùng', 'Region'), quiet: true, points: region.map(row => ({start: row.period_start, value: row.digital_share}))}, {name: c.unitName(id), points: rows.map(point)}]}),
    table: c.shareTable(rows, 'year')}), h('p', {}, h('a', {href: 'grdp.html'}, say('Tất cả ước tính', 'All estimates'))));
  };
  const point = row => ({start: row.period_start, value: row.digital_share, low: row.digital_share_low, high: row.digital_share_high, dashed: c.yes(row.is_extrapolated)});
  c.sharePoint = point;
  c.shareTable = (rows, kind) => ({head: [say('Kỳ', 'Period'), say('Tỷ trọng', 'Share'), say('Từ', 'Low'), say('Đến', 'High'), say('Tình trạng', 'Status')],
    rows: rows.map(row => [c.capital(c.period(kind, row.period_start)), {value: row.digital_share, text: c.percent(row.digital_share)}, {value: row.digital_share_low, text: c.percent(row.digital_share_low)},
      {value: row.digital_share_high, text: c.percent(row.digital_share_high)}, c.yes(row.is_extrapolated) ? say('Ngoại suy', 'Extrapolated') : c.capital(c.code('publication_status', row.status || ''))])});
})();
